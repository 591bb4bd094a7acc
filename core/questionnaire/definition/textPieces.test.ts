import { describe, expect, it } from 'vitest';
import { textPieces } from './textPieces.ts';

const expressionsIn = (text: string): readonly (string | undefined)[] =>
  textPieces(text).map(({ expression }) => expression);

describe('the parts of a text', () => {
  it('are names and outputs, and what stands between them', () => {
    expect(textPieces(`Hi \${a}, <output value="b &lt; &quot;c&quot;"/>!`)).toEqual([
      { written: 'Hi ' },
      { written: '${a}', expression: '${a}' },
      { written: ', ' },
      { written: '<output value="b &lt; &quot;c&quot;"/>', expression: 'b < "c"' },
      { written: '!' },
    ]);
  });

  it.each([
    [`instance('c1')/root/item[name = \${q1}]/label`],
    [`instance("c1")/root/item[name <> 1 and "<>&]" = "1"]/label`],
    [`instance('c2')/root/item[contains(name, instance('c1')/root/item[name = \${q1}]/label)]/label`],
    [`instance('c2')/root/item[a = 1][b = 2]/label`],
  ])('are paths that begin at a list: %s', (path) => {
    expect(expressionsIn(path)).toEqual([path]);
    expect(expressionsIn(`It is ${path} here`)).toEqual([undefined, path, undefined]);
    expect(textPieces(`It is ${path}.`).at(-1)).toEqual({ written: '.' });
  });

  it('are words where no path follows', () => {
    expect(expressionsIn("For instance('x') no path, nor myinstance('x')/a")).toEqual([undefined]);
    expect(expressionsIn("instance('x')/root/item[never closed")).toEqual([
      "instance('x')/root/item",
      undefined,
    ]);
  });

  it('take a time in proportion to the text', () => {
    const long = "instance('x')/".concat('a.'.repeat(20_000), '[', '['.repeat(20_000));
    expect(
      textPieces(long)
        .map(({ written }) => written)
        .join(''),
    ).toBe(long);
  });
});
