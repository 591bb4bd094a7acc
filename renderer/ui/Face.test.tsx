import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Face } from './Face.tsx';
import { FACES } from './faceArt.ts';

const LEVELS = [1, 2, 3, 4, 5] as const;

const luminance = (hex: string): number =>
  [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, index) => sum + part * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);

const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

describe('the five faces', () => {
  it.each(LEVELS)('face %i is drawn as its picture in assets', async (level) => {
    await expect(`${renderToStaticMarkup(<Face level={level} />)}\n`).toMatchFileSnapshot(
      `../../assets/faces/face-${level}.svg`,
    );
  });

  it('differ in their lines, not only in colour', () => {
    const drawings = FACES.map(({ lines, shape = '', eyes = 0 }) => `${lines}|${shape}|${eyes}`);
    expect(new Set(drawings).size).toBe(FACES.length);
  });

  it.each(FACES)('are read on $ground: at least 4:1', ({ ground, drawing }) => {
    expect(contrast(ground, drawing)).toBeGreaterThan(4);
  });
});
