const SQLITE = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|NOMEM|PROTOCOL|THREAD_ENDED)/;

/**
 * PostgreSQL, by the class of its code: connection lost (08), no resources such as disk or connections (53), shut down or starting (57P),
 * a standby that takes no writes (25006), an I/O error (58), somebody else was faster each time (40). And what the network says.
 */
const POSTGRES = /^(08...|53...|57P..|25006|58...|40...|55P03)$/;
const NETWORK = /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
/** The driver's own errors have no code. */
const DRIVER =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

/** The store can't write at the moment (full disk, locked or read-only file, no connection): nothing is wrong with what was to be written. */
export function isStoreTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  return code === null
    ? DRIVER.test(error.message)
    : SQLITE.test(code) || POSTGRES.test(code) || NETWORK.test(code);
}

/** PostgreSQL let somebody else go first: a deadlock, or a row with the same key that was not there when we looked. Done again, the work finds it. */
export const isContention = (error: unknown): boolean =>
  error instanceof Error && /^(40001|40P01|23505)$/.test(codeOf(error) ?? '');

const codeOf = (error: Error): string | null =>
  'code' in error && typeof error.code === 'string' ? error.code : null;
