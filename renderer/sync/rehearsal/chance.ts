import type { RandomSource } from '../../../core/kernel/index.ts';
import { fraction } from '../backOff.ts';

/** Repeatable choices. */
export interface Chance {
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  happens(probability: number): boolean;
  oneOf<T>(all: readonly T[]): T;
}

export const chanceOf = (random: RandomSource): Chance => {
  const between = (least: number, most: number): number =>
    least + Math.floor(fraction(random) * (most - least + 1));
  return {
    between,
    happens: (probability) => fraction(random) < probability,
    oneOf: (all) => {
      const one = all[between(0, all.length - 1)];
      if (one === undefined) throw new Error('there is nothing to choose from');
      return one;
    },
  };
};
