import { Worker } from 'node:worker_threads';
import type { CompiledQuery } from 'kysely';
import { connectionSettings, type Mode } from './connectionSettings.ts';
import type { EachRow } from './eachRow.ts';

export type Value = string | number | bigint | Uint8Array | null;

/** What a statement gave: its rows one after the other, each as long as there are columns, or what it changed. */
export interface Outcome {
  readonly columns?: readonly string[];
  readonly values?: Value[];
  readonly changes?: number;
  readonly lastInsertRowid?: number | bigint;
  /** Of statements that were asked together. */
  readonly outcomes?: readonly Outcome[];
}

interface Reply extends Outcome {
  readonly id: number;
  readonly error?: { readonly message: string; readonly code?: string };
}

type Task = Readonly<Record<string, unknown>>;

interface Waiting {
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (reason: Error) => void;
}

/** The thread of a connection is gone, and with it what was not committed. */
const THREAD_ENDED = 'SQLITE_THREAD_ENDED';

const OPENING = 0;

/**
 * A SQLite connection in a thread of its own. Tasks are done in the order they are posted, and each is answered or, when the thread
 * ends, rejected.
 */
export class DatabaseThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #ended: Promise<void>;
  #last = OPENING;
  #isAlive = true;
  /** To be posted. */
  #tasks: Task[] = [];

  /** Resolves once the file is open. */
  static async open(path: string, mode: Mode): Promise<DatabaseThread> {
    const thread = new DatabaseThread(path, mode);
    try {
      await new Promise<Outcome>((resolve, reject) => thread.#waiting.set(OPENING, { resolve, reject }));
    } catch (error) {
      await thread.#ended;
      throw error;
    }
    return thread;
  }

  private constructor(path: string, mode: Mode) {
    // Neither a loader of ours nor the flags of a bench are meant for it.
    this.#worker = new Worker(new URL('./sqliteThread.mjs', import.meta.url), {
      workerData: { path, ...connectionSettings(mode) },
      execArgv: [],
    });
    this.#worker.on('message', (reply: Reply) => {
      this.#hear(reply);
    });
    let reason = 'it was stopped';
    this.#worker.on('error', (error: Error) => (reason = error.message));
    this.#ended = new Promise((resolve) => {
      this.#worker.once('exit', () => {
        this.#failAll(reason);
        resolve();
      });
    });
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  run(text: string, parameters: readonly unknown[]): Promise<Outcome> {
    return this.#ask({ what: 'run', text, parameters });
  }

  async runTogether(statements: readonly CompiledQuery[]): Promise<readonly Outcome[]> {
    const asked = statements.map(({ sql, parameters }) => ({ text: sql, parameters }));
    return (await this.#ask({ what: 'together', statements: asked })).outcomes ?? [];
  }

  /**
   * Not waited for: goes along with what is posted next, and fails with what is waited for next. A thread that has ended tells so with
   * that, too.
   */
  runLater(text: string, parameters: readonly unknown[]): void {
    this.#tasks.push({ what: 'run', text, parameters });
  }

  /** Not waited for either, but begun at once. */
  runEach({ chunks, columns, shared }: EachRow): void {
    this.#tasks.push({ what: 'each', chunks, columns, shared });
    this.#post();
  }

  /** Ends the transaction that is open, if one is. */
  async rollBack(): Promise<void> {
    if (this.#isAlive) await this.#ask({ what: 'rollBack' });
  }

  /** What was posted before is done first. */
  async close(): Promise<void> {
    this.#tasks.push({ what: 'close' });
    this.#post();
    await this.#ended;
  }

  #ask(task: Task): Promise<Outcome> {
    if (!this.#isAlive) return Promise.reject(ended('it was stopped'));
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#tasks.push({ id, ...task });
      try {
        this.#post();
      } catch (error) {
        this.#waiting.delete(id);
        throw error;
      }
    });
  }

  #post(): void {
    const tasks = this.#tasks;
    this.#tasks = [];
    this.#worker.postMessage(tasks);
  }

  #hear({ id, error, ...outcome }: Reply): void {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(outcome);
    else waiting?.reject(Object.assign(new Error(error.message), { code: error.code }));
  }

  #failAll(reason: string): void {
    this.#isAlive = false;
    for (const { reject } of this.#waiting.values()) reject(ended(reason));
    this.#waiting.clear();
  }
}

const ended = (reason: string): Error =>
  Object.assign(new Error(`The thread of the database has ended: ${reason}`), { code: THREAD_ENDED });
