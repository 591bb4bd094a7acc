import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import tseslint from 'typescript-eslint';

/** file as whom the code is linted, code, the rule that must refuse it. */
const BAD: readonly (readonly [file: string, code: string, rule: string])[] = [
  ['core/kernel/probe.ts', 'export const at = Date.now();', 'no-restricted-properties'],
  ['core/kernel/probe.ts', 'export const at = Math.random();', 'no-restricted-properties'],
  ['core/kernel/probe.ts', 'export const at = new Date();', 'no-restricted-syntax'],
  ['core/kernel/probe.ts', 'export const at = Date();', 'no-restricted-syntax'],
  ['core/kernel/probe.ts', 'export const at = new Date(0).getHours();', 'no-restricted-syntax'],
  ['core/kernel/probe.ts', 'export const at = new Intl.Collator();', 'no-restricted-syntax'],
  ['core/kernel/probe.ts', 'export const at = performance.now();', 'no-restricted-globals'],
  ['core/kernel/probe.ts', 'export const id = crypto.randomUUID();', 'no-restricted-globals'],
  ['core/kernel/probe.ts', 'setTimeout(() => 1, 1);', 'no-restricted-globals'],
  ['core/kernel/probe.ts', "export const page = fetch('/');", 'no-restricted-globals'],
  ['core/kernel/probe.ts', 'export const key = localStorage.key(0);', 'no-restricted-globals'],
  ['core/kernel/probe.ts', 'export const env = process.env;', 'no-restricted-globals'],
  ['core/kernel/probe.ts', 'console.log(1);', 'no-console'],
  ['core/kernel/probe.test.ts', 'export const at = Date.now();', 'no-restricted-properties'],
  ['core/kernel/probe.ts', 'export default 1;', 'no-restricted-exports'],
  ['core/kernel/probe.ts', "export * from './result.ts';", 'no-restricted-syntax'],
  ['core/kernel/probe.ts', 'export enum Mood { Good }', 'no-restricted-syntax'],
  ['core/kernel/probe.ts', "import './result';", 'no-restricted-imports'],
  ['core/kernel/probe.ts', "import '..';", 'no-restricted-imports'],
  ['core/kernel/probe.ts', 'export const x: any = 1;', '@typescript-eslint/no-explicit-any'],
  [
    'core/kernel/probe.ts',
    'export const f = (x?: number) => x!;',
    '@typescript-eslint/no-non-null-assertion',
  ],
  ['core/kernel/probe.ts', '// @ts-ignore\nexport const x = 1;', '@typescript-eslint/ban-ts-comment'],
  ['core/kernel/probe.ts', '\n'.repeat(401), 'max-lines'],
  ['core/kernel/probe.ts', `export function f() {\n${'  f();\n'.repeat(61)}}`, 'max-lines-per-function'],
  [
    'core/kernel/probe.test.ts',
    "import { it } from 'vitest';\nit.skip('x', () => {});",
    'no-restricted-syntax',
  ],
  ['renderer/sync/probe.ts', "void fetch('/');", 'no-restricted-globals'],
  ['renderer/console/probe.tsx', "new EventSource('/');", 'no-restricted-globals'],
  ['renderer/sync/probe.ts', "navigator.sendBeacon('/');", 'no-restricted-syntax'],
  ['renderer/sync/probe.ts', "void window.fetch('/');", 'no-restricted-syntax'],
  ['renderer/terminal/probe.ts', 'localStorage.clear();', 'no-restricted-globals'],
  ['renderer/transport/probe.ts', 'localStorage.clear();', 'no-restricted-globals'],
  ['renderer/data/probe.ts', "void fetch('/');", 'no-restricted-globals'],
  [
    'renderer/ui/probe.tsx',
    "export const X = () => <p dangerouslySetInnerHTML={{ __html: '' }} />;",
    'no-restricted-syntax',
  ],
  ['renderer/ui/probe.ts', "document.body.innerHTML = '';", 'no-restricted-syntax'],
  [
    'renderer/ui/probe.tsx',
    "import { useState } from 'react';\nexport const X = (p: { a: boolean }) => { if (p.a) useState(1); return null; };",
    'react-hooks/rules-of-hooks',
  ],
  ['renderer/ui/probe.ts', 'console.log(1);', 'no-console'],
];

const GOOD: readonly (readonly [file: string, code: string])[] = [
  ['core/kernel/probe.ts', 'export const day = new Date(0).getUTCDate();'],
  ['renderer/transport/probe.ts', "export const get = () => fetch('/');"],
  ['renderer/data/probe.ts', 'export const forget = () => localStorage.clear();'],
  ['sync-server/probe.ts', 'export const now = () => Date.now();'],
];

/** Rules that need types cannot lint a text without a file: that they are switched on is what can be checked here. */
const TYPED = [
  '@typescript-eslint/no-floating-promises',
  '@typescript-eslint/no-misused-promises',
  '@typescript-eslint/no-unsafe-assignment',
  '@typescript-eslint/no-unsafe-return',
  '@typescript-eslint/switch-exhaustiveness-check',
  '@typescript-eslint/consistent-type-imports',
];
const ROOMS = [
  'core/a.ts',
  'renderer/a.tsx',
  'electron/a.ts',
  'sync-server/a.ts',
  'cli/a.ts',
  'e2e/a.test.ts',
];

describe('the lint rules', () => {
  let eslint: ESLint;
  beforeAll(() => {
    eslint = new ESLint({
      overrideConfig: [{ files: ['**/*.ts', '**/*.tsx'], ...tseslint.configs.disableTypeChecked }],
    });
  });

  const refusals = async (file: string, code: string): Promise<(string | null)[]> => {
    const [result] = await eslint.lintText(code, { filePath: file });
    return (result?.messages ?? []).map((message) => message.ruleId);
  };

  it.each(BAD)('in %s, %j is refused by %s', async (file, code, rule) => {
    expect(await refusals(file, code)).toContain(rule);
  });

  it.each(GOOD)('in %s, %j is welcome', async (file, code) => {
    expect(await refusals(file, code)).toEqual([]);
  });

  it.each(ROOMS)('%s is checked with types', async (file) => {
    const config = (await new ESLint().calculateConfigForFile(file)) as {
      rules: Record<string, [number]>;
      languageOptions: { parserOptions: { project?: string } };
    };
    expect(TYPED.filter((rule) => config.rules[rule]?.[0] !== 2)).toEqual([]);
    expect(config.languageOptions.parserOptions.project).toMatch(/tsconfig\.json$/);
  });
});
