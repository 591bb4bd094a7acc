/** What went wrong, and what to do, by PostgreSQL's or the network's code. */
const PROBLEMS: Readonly<Record<string, readonly [what: string, advice: string]>> = {
  ECONNREFUSED: ['nothing listens there', 'Start PostgreSQL'],
  ENOTFOUND: ['there is no host of this name', 'Correct the host'],
  EAI_AGAIN: ['the name of the host can not be looked up', 'Correct the host'],
  ETIMEDOUT: ['it does not answer', 'Let this machine reach it'],
  EHOSTUNREACH: ['the network does not reach it', 'Let this machine reach it'],
  ENETUNREACH: ['the network does not reach it', 'Let this machine reach it'],
  '28P01': ['the password is wrong', 'Correct it'],
  '28000': ['this account may not sign in from here', 'Allow it in pg_hba.conf'],
  '3D000': ['there is no such database', 'Make it with: createdb'],
  '42501': ['this account has no right to make or use tables there', 'Make it the owner of the database'],
  '53300': ['it has no connection left', 'Raise max_connections'],
  '57P03': ['it is starting up or shutting down', 'Start again in a moment'],
};

/** One line: why the database can't be used, and what to do about it. The password is never repeated. */
export function postgresProblem(url: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = error instanceof Error && error.message !== '' ? error.message : 'no reason given';
  const known = PROBLEMS[code] ?? byMessage(reason);
  const [what, advice] = known ?? [reason.split('\n')[0] ?? reason, 'See the log of PostgreSQL'];
  return `The database ${databaseAddress(url)} can't be used: ${what}. ${advice}, or choose another with DATABASE_URL.`;
}

/** The driver's own errors have no code. */
function byMessage(reason: string): readonly [string, string] | undefined {
  if (reason.includes('timeout')) return PROBLEMS['ETIMEDOUT'];
  if (reason.includes('does not support SSL'))
    return ['it does not speak TLS', 'Let it, or leave sslmode out'];
  if (reason.includes('certificate'))
    return ['its certificate is not trusted', 'Name its authority with sslrootcert'];
  if (reason.includes('password must be a string')) return ['it wants a password', 'Give it'];
  return undefined;
}

/** Without the account's password and without parameters, which may hold secrets too. */
export function databaseAddress(url: string): string {
  if (!URL.canParse(url)) return 'in DATABASE_URL';
  const { username, host, pathname } = new URL(url);
  return `${username === '' ? '' : `${username}@`}${host}${pathname}`;
}
