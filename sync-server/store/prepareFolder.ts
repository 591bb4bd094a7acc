import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const REASONS: Readonly<Record<string, string>> = {
  EEXIST: 'a file is in its place or on its way',
  ENOTDIR: 'a file is in its place or on its way',
  EROFS: 'the disk is mounted read-only',
  ENOSPC: 'the disk is full',
  EACCES: 'this account has no right to',
  EPERM: 'this account has no right to',
  ENOENT: 'no folder can be made there',
};

const ADVICE: Readonly<Record<string, string>> = {
  EEXIST: 'Move that file away',
  ENOTDIR: 'Move that file away',
  EROFS: 'Mount it for writing',
  ENOSPC: 'Make room there',
  ENOENT: 'Make the folder above it',
};

/** Makes the data folder where it is missing. The problem is one line that says what to do; null when the folder can be used. */
export function prepareFolder(folder: string): string | null {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return (
      `The data folder ${folder} can't be made or written: ${REASONS[code] ?? code}. ` +
      `${ADVICE[code] ?? 'Give this account the right to write there'}, or choose another folder with --data.`
    );
  }
}

/** Not `recursive` of `mkdir`: Node 20 never returns from it where the parent exists but takes no folders (/proc). */
function makeFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  mkdirSync(folder);
}
