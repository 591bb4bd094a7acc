import { parentPort } from 'node:worker_threads';
import { Simulation } from '../../renderer/sync/rehearsal/simulation.ts';

/** What became of a seed. */
export interface SeedResult {
  readonly seed: number;
  /** `null`: it passed. */
  readonly trouble: string | null;
}

/** Runs each seed that it is told, one after the other, and says what became of it. */
parentPort?.on('message', (seed: number) => {
  const say = (trouble: string | null): void =>
    parentPort?.postMessage({ seed, trouble } satisfies SeedResult);
  new Simulation(seed).run().then(
    () => say(null),
    (error: unknown) => say(error instanceof Error ? error.message : String(error)),
  );
});
