import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listSources } from './listSources.ts';
import { rulesNamedIn, rulesOf } from './specRules.ts';

const sources = listSources(join(import.meta.dirname, '../..'));
const specs = sources.filter(({ path }) => path.endsWith('/SPEC.md'));
const named = new Set(
  sources.filter(({ path }) => /\.test\.tsx?$/.test(path)).flatMap(({ text }) => [...rulesNamedIn(text)]),
);
const known = new Set(specs.flatMap(({ text }) => rulesOf(text)));

describe('the numbered rules', () => {
  it('are read from a specification', () => {
    expect(rulesOf('- **F1** Every body.\n- **AB12** More.\n  - not **F2** this')).toEqual(['F1', 'AB12']);
  });

  it('are found in the names of tests only', () => {
    const file =
      "it('[Z4] says so', f); it.each([1])(\"[Z5] and [Z6]\", f);\nit.each([\n  [1],\n])('[Z7] of %s', f);";
    expect([...rulesNamedIn(`${file} // [Z8]\nconst x = '[Z9]';`)]).toEqual(['Z4', 'Z5', 'Z6', 'Z7']);
  });

  it.each(specs.map(({ path, text }) => [path, text] as const))('each have a test: %s', (_path, text) => {
    expect(rulesOf(text).filter((rule) => !named.has(rule))).toEqual([]);
  });

  it('exist, where a test names one', () => {
    expect([...named].filter((rule) => !known.has(rule) && !/^Z/.test(rule))).toEqual([]);
  });
});
