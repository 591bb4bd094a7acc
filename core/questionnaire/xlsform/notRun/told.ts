/** What one part of a definition asks for in vain: in which of its columns, and what to say. */
export type Told = readonly [column: string, message: string];
