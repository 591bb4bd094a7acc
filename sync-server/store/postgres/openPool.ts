import { Kysely, type KyselyPlugin } from 'kysely';
import pg from 'pg';
import type { Tables } from '../tables.ts';
import { listingDialect } from './listingDialect.ts';
import { PipelinedDriver } from './pipelinedDriver.ts';

const CONNECT_MILLISECONDS = 10_000;
const INT8 = 20;
const NUMERIC = 1700;

/** Connections that are opened when they are needed, `most` at the same time. Nothing is asked of a connection that a pooler in transaction mode would not keep. */
export function openPool(url: string, most: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    connectionTimeoutMillis: CONNECT_MILLISECONDS,
    application_name: 'earshot',
    types,
    keepAlive: true,
    pipeline: true,
  });
  // A connection that breaks while nobody uses it is left behind; who needs one next gets a new one or the reason.
  pool.on('error', () => undefined);
  // The pool does not look after those in use. One that breaks between two statements says so to the next; unheard, it would end the process.
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
  });
  return pool;
}

/** The tables behind a pool. Ending it ends the pool. */
export const tablesIn = (pool: pg.Pool, plugins: KyselyPlugin[] = []): Kysely<Tables> =>
  new Kysely<Tables>({ dialect: listingDialect(() => new PipelinedDriver({ pool })), plugins });

/** Whole numbers come as text, as they may be longer than a number is exact. Ours are moments and counts; a longer one is a bug. */
function exactNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`${text} is no whole number that can be computed with`);
  return value;
}

const types = new pg.TypeOverrides();
for (const type of [INT8, NUMERIC]) types.setTypeParser(type, exactNumber);
