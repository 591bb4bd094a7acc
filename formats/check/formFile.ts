/** A file as somebody handed it over. */
export interface FormFile {
  readonly name: string;
  readonly content: Uint8Array;
}

export const textOf = ({ content }: FormFile): string => new TextDecoder().decode(content);
