import type { Kysely, Transaction } from 'kysely';
import type { Result } from '../../core/kernel/index.ts';
import { attempt } from './attempt.ts';
import type { Tables } from './tables.ts';

/** Work waiting for its turn. `run` does it within a transaction and gives what to tell the one who waits, after the commit. */
interface Waiting {
  readonly run: (tx: Transaction<Tables>) => Promise<() => void>;
  readonly fail: (reason: unknown) => void;
}

/** A commit takes nothing more in once its work has taken so long: those whose work is done wait for it. Milliseconds. */
const LONGEST_WORK = 200;

/**
 * One writer for all. What comes in while a commit is made shares the next one, as flushing to the disk is the dear part: many devices
 * with one response each cost little more than one. Each piece of work has a savepoint of its own, so that one that fails takes no
 * other with it; only a commit that fails, fails them all.
 */
export class GroupWriter {
  readonly #db: Kysely<Tables>;
  readonly #now: () => number;
  readonly #waiting: Waiting[] = [];
  #draining: Promise<void> | null = null;

  /** `now` in milliseconds, never going back. */
  constructor(db: Kysely<Tables>, now: () => number) {
    this.#db = db;
    this.#now = now;
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
      this.#draining ??= this.#drain();
    });
  }

  /** Until nothing is left to write. */
  async idle(): Promise<void> {
    await this.#draining;
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) await this.#commitSome();
    this.#draining = null;
  }

  async #commitSome(): Promise<void> {
    const group: Waiting[] = [];
    try {
      const settles = await this.#db.transaction().execute(async (tx) => {
        const done: (() => void)[] = [];
        const until = this.#now() + LONGEST_WORK;
        do {
          const next = this.#waiting.shift();
          if (next === undefined) break;
          group.push(next);
          done.push(await next.run(tx));
        } while (this.#now() < until);
        return done;
      });
      for (const settle of settles) settle();
    } catch (error) {
      // Where the transaction could not even begin, nobody's turn had come.
      for (const { fail } of group.length > 0 ? group : this.#waiting.splice(0)) fail(error);
    }
  }
}
