const TROUBLE = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|NOMEM|PROTOCOL)/;

/** The store can't write at the moment (full disk, locked or read-only file): nothing is wrong with what was to be written. */
export function isStoreTrouble(error: unknown): boolean {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && TROUBLE.test(error.code)
  );
}
