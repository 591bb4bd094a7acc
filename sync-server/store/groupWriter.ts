import type { Kysely, Transaction } from 'kysely';
import type { Result } from '../../core/kernel/index.ts';
import { attempt } from './attempt.ts';
import type { Tables } from './tables.ts';

/** Work waiting for its turn. `run` does it within a transaction and gives what to tell the one who waits, after the commit. */
interface Waiting {
  readonly run: (tx: Transaction<Tables>) => Promise<() => void>;
  readonly fail: (reason: unknown) => void;
}

/**
 * One writer for all. What comes in while a commit is under way shares the next one, as flushing to the disk is the dear part: many
 * devices with one response each cost little more than one. Each piece of work has a savepoint of its own, so that one that fails
 * takes no other with it; only a commit that fails, fails them all.
 */
export class GroupWriter {
  readonly #db: Kysely<Tables>;
  #waiting: Waiting[] = [];
  #busy = false;

  constructor(db: Kysely<Tables>) {
    this.#db = db;
  }

  write<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const settle = (result: Result<T, Error>): void => {
        if (result.ok) resolve(result.value);
        else reject(result.error);
      };
      const run = async (tx: Transaction<Tables>) => {
        const result = await attempt(tx, () => work(tx));
        return () => {
          settle(result);
        };
      };
      this.#waiting.push({ run, fail: reject });
      if (!this.#busy) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#busy = true;
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      await this.#commit(group);
    }
    this.#busy = false;
  }

  async #commit(group: readonly Waiting[]): Promise<void> {
    try {
      const settles = await this.#db.transaction().execute(async (tx) => {
        const done: (() => void)[] = [];
        for (const { run } of group) done.push(await run(tx));
        return done;
      });
      for (const settle of settles) settle();
    } catch (error) {
      for (const { fail } of group) fail(error);
    }
  }
}
