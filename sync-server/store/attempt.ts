import { sql, type Transaction } from 'kysely';
import { err, ok, type Result } from '../../core/kernel/index.ts';
import { isContention, isStoreTrouble } from './isStoreTrouble.ts';
import type { Tables } from './tables.ts';

/**
 * Runs work within a savepoint: when it fails, the transaction goes on as if it had not been tried. Trouble of the store itself
 * (full disk ...) is no fault of the work and is thrown on, and so is that somebody else was faster: all is done again then.
 */
export async function attempt<T>(tx: Transaction<Tables>, work: () => Promise<T>): Promise<Result<T, Error>> {
  await sql`savepoint attempt`.execute(tx);
  try {
    const value = await work();
    await sql`release savepoint attempt`.execute(tx);
    return ok(value);
  } catch (error) {
    if (isStoreTrouble(error) || isContention(error)) throw error;
    await sql`rollback to savepoint attempt`.execute(tx);
    await sql`release savepoint attempt`.execute(tx);
    return err(error instanceof Error ? error : new Error('failed without an Error'));
  }
}
