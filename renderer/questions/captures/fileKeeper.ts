import { createContext } from 'react';

/**
 * Puts a file where it outlasts the page, and gives the name that the answer is to hold; `null`: it could not be kept. `stem` says what
 * kind of file it is.
 */
export type KeepFile = (contents: Blob, stem: string) => Promise<string | null>;

/** Whoever shows questions says how files are kept; without it none can be given, as in a preview. */
export const FileKeeper = createContext<KeepFile | undefined>(undefined);
