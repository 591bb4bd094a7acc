import { PostgresAdapter, type QueryExecutorProvider } from 'kysely';

export type DialectName = 'sqlite' | 'postgres';

/** Which database a connection or a transaction speaks to. Only for what the two say differently; all else is written once. */
export const dialectOf = (db: QueryExecutorProvider): DialectName =>
  db.getExecutor().adapter instanceof PostgresAdapter ? 'postgres' : 'sqlite';
