import { rehearsedRandom } from '../renderer/sync/rehearsal/rehearsedTime.ts';

/** `npm run faults -- --seed 7` tries what every merge has no time for. */
const seed = Number(process.env['EARSHOT_SEED'] ?? 1);

/** Draws whole numbers from 0 to below `end`, the same ones for the same seed. */
export function drawn(): (end: number) => number {
  const random = rehearsedRandom(seed);
  return (end) => {
    const [high = 0, low = 0] = random.bytes(2);
    return (high * 256 + low) % end;
  };
}

/** How often a test does what a long run does more often. */
export const rounds = (usual: number): number => Number(process.env['EARSHOT_ROUNDS'] ?? usual);
