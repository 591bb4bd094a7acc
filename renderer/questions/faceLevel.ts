export type FaceLevel = 1 | 2 | 3 | 4 | 5;

const FIVE: readonly FaceLevel[] = [1, 2, 3, 4, 5];
const FOUR: readonly FaceLevel[] = [1, 2, 4, 5];

/** The faces of a scale with so many points, from worst to best: four points do without the middle. */
export const faceLevels = (points: string | undefined): readonly FaceLevel[] =>
  points === '4' ? FOUR : FIVE;
