import { makeUuidV7, type Clock, type RandomSource } from '../../core/kernel/index.ts';
import { TENANT, type Store } from '../store/index.ts';
import { NEVER, addJob, claimDue, endClaim, renewClaim, type Claim, type Claimant } from './claim.ts';

/** Work that is nobody's request. It may be begun again from its beginning, and then finds what was done. */
export interface Job {
  readonly id: string;
  /** Milliseconds from one time to the next; null: only when it is asked for. */
  readonly every: number | null;
  /** `goOn` between its steps: whether the work is still ours. */
  readonly run: (goOn: () => Promise<boolean>) => Promise<unknown>;
}

/** Milliseconds. */
const LOOK_EVERY = 15_000;
const FIRST_WAIT = 60_000;
const LONGEST_WAIT = 3_600_000;

/** Does jobs that are due, one after the other, each at one server of the store only. */
export class Worker {
  readonly #store: Store;
  readonly #claimant: Claimant;
  readonly #jobs: ReadonlyMap<string, Job>;
  readonly #onTrouble: (jobId: string, error: unknown) => void;
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<unknown> = Promise.resolve();

  constructor(
    { store, clock, random }: { readonly store: Store; readonly clock: Clock; readonly random: RandomSource },
    jobs: readonly Job[],
    onTrouble: (jobId: string, error: unknown) => void,
  ) {
    this.#store = store;
    this.#claimant = { name: makeUuidV7(clock.now(), random), clock };
    this.#jobs = new Map(jobs.map((job) => [job.id, job]));
    this.#onTrouble = onTrouble;
  }

  /** Looks for work now and then, until `stop`. */
  start(): void {
    const look = (): void => {
      this.#working = this.runDue().catch((error: unknown) => {
        this.#onTrouble('looking for jobs', error);
      });
      void this.#working.then(() => {
        if (this.#timer !== undefined) this.#timer = setTimeout(look, LOOK_EVERY).unref();
      });
    };
    this.#timer = setTimeout(look, 0).unref();
  }

  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#working;
  }

  /** Does all that is due and that nobody else is at; gives what was done. */
  async runDue(): Promise<readonly string[]> {
    await this.#planRegular();
    const done: string[] = [];
    for (;;) {
      const claim = await this.#store.write((tx) => claimDue(tx, this.#claimant, this.#nextDue()), 'rows');
      if (claim === null) return done;
      if (await this.#run(claim)) done.push(claim.jobId);
    }
  }

  async #run(claim: Claim): Promise<boolean> {
    const end = (dueAgainAt: number | null) =>
      this.#store.write((tx) => endClaim(tx, this.#claimant, claim, dueAgainAt), 'rows');
    try {
      const goOn = () => this.#store.write((tx) => renewClaim(tx, this.#claimant, claim), 'rows');
      await this.#jobs.get(claim.jobId)?.run(goOn);
    } catch (error) {
      this.#onTrouble(claim.jobId, error);
      const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (claim.tries - 1));
      await end(this.#claimant.clock.now() + wait);
      return false;
    }
    await end(null);
    return true;
  }

  #nextDue(): ReadonlyMap<string, number> {
    const now = this.#claimant.clock.now();
    return new Map(
      [...this.#jobs.values()].map(({ id, every }) => [id, every === null ? NEVER : now + every]),
    );
  }

  async #planRegular(): Promise<void> {
    const regular = [...this.#jobs.values()].filter(({ every }) => every !== null);
    const { read } = this.#store;
    const rows = await read.selectFrom('job').where('tenant_id', '=', TENANT).select('job_id').execute();
    const known = new Set(rows.map((row) => row.job_id));
    const missing = regular.filter(({ id }) => !known.has(id));
    if (missing.length === 0) return;
    await this.#store.write(async (tx) => {
      for (const { id } of missing) await addJob(tx, id, this.#claimant.clock.now());
    }, 'rows');
  }
}
