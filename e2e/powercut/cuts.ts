import { rehearsedRandom } from '../../renderer/sync/rehearsal/rehearsedTime.ts';

/** How often the power is cut, and when: `npm run cuts -- --cuts 200 --seed 7` for more than every merge has time for. */
export const cutCount = (usual: number): number => Number(process.env['EARSHOT_CUTS'] ?? usual);

const seed = Number(process.env['EARSHOT_CUT_SEED'] ?? 1);

/** Draws whole numbers from 0 to below `end`, the same ones for the same seed. */
export function drawn(): (end: number) => number {
  const random = rehearsedRandom(seed);
  return (end) => {
    const [high = 0, low = 0] = random.bytes(2);
    return (high * 256 + low) % end;
  };
}
