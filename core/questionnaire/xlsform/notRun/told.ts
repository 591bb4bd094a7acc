/** What one part of a definition asks for in vain: in which of its columns, and what to say. */
export type Told = readonly [column: string, message: string];

/** Something that a definition asks for and that is not done: the form runs, but not wholly as written. */
export interface NotRun {
  /** JSON Pointer (RFC 6901) to the part of the definition, for tools. */
  readonly pointer: string;
  /** The same for people, as problems have it: `/data/visit/comment`. */
  readonly place: string;
  /** Column of the part: `appearance`, `body/autoplay`, `settings/style`. */
  readonly column: string;
  readonly message: string;
}
