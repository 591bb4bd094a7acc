import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listSources } from './listSources.ts';
import { rulesCitedIn, rulesNamedIn, rulesOf } from './specRules.ts';

const sources = listSources(join(import.meta.dirname, '../..'));
const specs = sources.filter(({ path }) => path.endsWith('/SPEC.md'));
const tests = sources.filter(({ path }) => /\.test\.tsx?$/.test(path) && !path.startsWith('tooling/'));
const named = new Set(tests.flatMap(({ text }) => rulesNamedIn(text)));
const known = new Set(specs.flatMap(({ text }) => rulesOf(text)));

describe('the numbered rules', () => {
  it('are read from a specification', () => {
    expect(rulesOf('- **F1** Every body.\n- **AB12** More.\n  - not **F2** this')).toEqual(['F1', 'AB12']);
  });

  it('are found in the names of tests only, in brackets or in front', () => {
    const file =
      "it('[B4] says so', f); it.each([1])(\"[B5] and [B6]\", f);\nit.each([\n  [1],\n])('[B7] of %s', f);";
    expect([...new Set(rulesCitedIn(`${file} // [B8]\nconst x = '[B9]';`))]).toEqual([
      'B4',
      'B5',
      'B6',
      'B7',
    ]);
    expect(rulesNamedIn("it('B2 B5 when it fails', f); it('see B8', f);")).toEqual(['B2', 'B5']);
  });

  it.each(specs.map(({ path, text }) => [path, text] as const))('each have a test: %s', (_path, text) => {
    expect(rulesOf(text).filter((rule) => !named.has(rule))).toEqual([]);
  });

  it('exist, where a test cites one', () => {
    const cited = tests.flatMap(({ text }) => rulesCitedIn(text));
    expect(cited.filter((rule) => !known.has(rule))).toEqual([]);
  });
});
