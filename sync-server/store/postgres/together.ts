import { Kysely, type DatabaseConnection, type Driver } from 'kysely';
import { dialectOf } from '../dialect.ts';
import type { Tables } from '../tables.ts';
import { listingDialect } from './listingDialect.ts';

/**
 * Asks several things that need nothing of each other's answers. Of a transaction in PostgreSQL they are all asked before the first is
 * answered, as each answer that is waited for is a way to the database and back. `ask` must not use the transaction itself.
 */
export function together<T>(db: Kysely<Tables>, ask: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
  if (!db.isTransaction || dialectOf(db) !== 'postgres') return ask(db);
  return db.getExecutor().provideConnection((connection) => ask(besides(connection)));
}

/** Kysely waits for each statement of a transaction before it hands on the next; of a database it doesn't. */
const besides = (connection: DatabaseConnection): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: listingDialect(() => driverOf(connection)) });

const done = (): Promise<void> => Promise.resolve();
const refuse = (): Promise<never> => Promise.reject(new Error('a transaction within a transaction'));

const driverOf = (connection: DatabaseConnection): Driver => ({
  init: done,
  acquireConnection: () => Promise.resolve(connection),
  beginTransaction: refuse,
  commitTransaction: refuse,
  rollbackTransaction: refuse,
  releaseConnection: done,
  destroy: done,
});
