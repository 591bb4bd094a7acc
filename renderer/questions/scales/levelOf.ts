/** Where a point of a scale stands between bad (1) and good (5). `index` counts from 0, the worst. */
export const levelOf = (index: number, count: number): number =>
  count < 2 ? 3 : 1 + Math.round((4 * index) / (count - 1));

/** As the net promoter score reads its eleven points: 0 to 6, 7 and 8, 9 and 10. */
export const promoterLevelOf = (value: number): number =>
  value <= 3 ? 1 : value <= 6 ? 2 : value <= 8 ? 3 : value === 9 ? 4 : 5;
