import type { Kysely, Transaction } from 'kysely';
import type { Result } from '../../core/kernel/index.ts';
import { attempt } from './attempt.ts';
import type { Tables } from './tables.ts';

/** Work waiting for its turn. `run` does it within a transaction and gives what to tell the one who waits, after the commit. */
interface Waiting {
  readonly run: (tx: Transaction<Tables>) => Promise<() => void>;
  readonly fail: (reason: unknown) => void;
}

/** A commit takes nothing more in once its work has taken so long: nothing else is heard or answered meanwhile. Milliseconds. */
const LONGEST_WORK = 200;
/**
 * In one round of the event loop libuv accepts ONE connection, however many knock. So between two commits it goes round as often as the
 * first took milliseconds: a round in which nothing is to be done costs microseconds, and what the others do has to be done anyway.
 */
const ROUNDS_A_MILLISECOND = 1;
const LONGEST_HEARING = 100;

/**
 * One writer for all. What comes in during one round of the event loop shares a commit, as flushing to the disk is the dear part:
 * many devices with one response each cost little more than one. (SQLite works while everything else stands still, so nothing comes
 * in during a commit; what waits in the sockets by then is heard before the next one begins.) Each piece of work has a savepoint of
 * its own, so that one that fails takes no other with it; only a commit that fails, fails them all.
 */
export class GroupWriter {
  readonly #db: Kysely<Tables>;
  readonly #now: () => number;
  readonly #waiting: Waiting[] = [];
  #busy = false;

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
      if (!this.#busy) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#busy = true;
    for (let deafFor = 0; this.#waiting.length > 0;) {
      await this.#hear(deafFor);
      const since = this.#now();
      await this.#commitSome();
      deafFor = this.#now() - since;
    }
    this.#busy = false;
  }

  /** Listens to whoever knocks; the longer it was deaf, the longer. */
  async #hear(deafFor: number): Promise<void> {
    const until = this.#now() + LONGEST_HEARING;
    let rounds = 1 + deafFor * ROUNDS_A_MILLISECOND;
    for (; rounds > 0 && this.#now() < until; rounds -= 1) await roundOver();
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

/** Everything that was ready to be read in this round of the event loop has been. */
const roundOver = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
