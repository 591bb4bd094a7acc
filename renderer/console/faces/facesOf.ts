import type { Distribution } from '../../../core/metrics/index.ts';

export const LEVELS = [1, 2, 3, 4, 5] as const;
export type Level = (typeof LEVELS)[number];

export interface FaceCount {
  readonly level: Level;
  readonly count: number;
  /** Percent of all answers; 0 where nobody answered. */
  readonly share: number;
}

/** The five faces, worst first, whatever length the server's list has. */
export function facesOf(distribution: Distribution): readonly FaceCount[] {
  const counts = LEVELS.map((level) => distribution[level - 1] ?? 0);
  const n = counts.reduce((sum, count) => sum + count, 0);
  return LEVELS.map((level, index) => {
    const count = counts[index] ?? 0;
    return { level, count, share: n === 0 ? 0 : (100 * count) / n };
  });
}

export const isLevel = (face: number | null): face is Level => LEVELS.some((level) => level === face);
