import { describe, expect, it } from 'vitest';
import { facesOf, isLevel } from './facesOf.ts';

describe('the faces of a distribution', () => {
  it('carry count and share, worst first', () => {
    expect(facesOf([1, 0, 2, 3, 4])).toEqual([
      { level: 1, count: 1, share: 10 },
      { level: 2, count: 0, share: 0 },
      { level: 3, count: 2, share: 20 },
      { level: 4, count: 3, share: 30 },
      { level: 5, count: 4, share: 40 },
    ]);
  });

  it('have shares that add up to a hundred', () => {
    const shares = (distribution: readonly number[]) => facesOf(distribution).map(({ share }) => share);
    expect(shares([1, 1, 1, 0, 0])).toEqual([34, 33, 33, 0, 0]);
    expect(shares([7, 14, 20, 48, 58])).toEqual([5, 9, 14, 33, 39]);
    // 12.5 each: rounded one by one they would be 104.
    expect(shares([1, 1, 1, 1, 4])).toEqual([13, 13, 12, 12, 50]);
    expect(shares([1, 0, 0, 0, 999])).toEqual([0.4, 0, 0, 0, 100]);
  });

  it('have no share where nobody answered, and miss none', () => {
    expect(facesOf([]).map(({ count, share }) => [count, share])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it('are five and nothing else', () => {
    expect([null, 0, 1, 5, 6, 2.5].map(isLevel)).toEqual([false, false, true, true, false, false]);
  });
});
