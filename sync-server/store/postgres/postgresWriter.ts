import { setTimeout as pause } from 'node:timers/promises';
import { sql, type Kysely, type Transaction } from 'kysely';
import { isContention } from '../isStoreTrouble.ts';
import type { Tables } from '../tables.ts';

/**
 * Work that changes nothing but what belongs to one device, and what is guarded by keys and counted by adding; or ('rows') that is guarded
 * altogether by keys and by locks of the rows that it changes.
 */
export type Alone = { readonly device: string } | 'rows';

const MOST_TRIES = 8;
const LONGEST_PAUSE = 50;
const FORGOTTEN_MILLISECONDS = '60000';
/** Names of the turns, in PostgreSQL's advisory locks: of everything, and of a device. */
const EVERYTHING = 4_207_117_001;
const DEVICE = 420_711;

/**
 * Runs work in a transaction of its own, on as many servers as there are. Work waits for its turn: that of one device goes one after the
 * other, all other work goes alone. Where the keys show that somebody was faster, or the database ends a deadlock, it is
 * done again from the beginning and then finds what the other one left; so it may run several times, and must do nothing outside the transaction.
 */
export async function writeInTurn<T>(
  db: Kysely<Tables>,
  work: (tx: Transaction<Tables>) => Promise<T>,
  alone: Alone | undefined,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db
        .transaction()
        .setIsolationLevel('read committed')
        .execute(async (tx) => {
          await takeTurn(tx, alone);
          return work(tx);
        });
    } catch (error) {
      if (tries === MOST_TRIES || !isContention(error)) throw error;
      // No two wait equally long: their places in the transactions' ids differ.
      await pause((process.pid * tries * 7) % LONGEST_PAUSE);
    }
  }
}

/**
 * The turn ends with the transaction; one that its server has forgotten is ended by the database. What the work reads after this is no
 * older than its turn.
 */
const takeTurn = (tx: Transaction<Tables>, alone: Alone | undefined) =>
  sql`select set_config('idle_in_transaction_session_timeout', ${FORGOTTEN_MILLISECONDS}, true), ${turnOf(alone)}`.execute(
    tx,
  );

const turnOf = (alone: Alone | undefined) => {
  if (alone === undefined) return sql`pg_advisory_xact_lock(${EVERYTHING})`;
  const besideOthers = sql`pg_advisory_xact_lock_shared(${EVERYTHING})`;
  if (alone === 'rows') return besideOthers;
  return sql`${besideOthers}, pg_advisory_xact_lock(${DEVICE}, hashtext(${alone.device}))`;
};
