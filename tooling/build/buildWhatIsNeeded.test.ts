import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildWhatIsNeeded } from './buildWhatIsNeeded.ts';
import type { Target } from './targets.ts';

describe('building what is needed', () => {
  let root = '';
  const put = (path: string, text: string) => {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  const target = (name: string): Target => ({
    name,
    inputs: [`${name}-source`, 'package-lock.json'],
    output: `dist/${name}.js`,
    build: async () => put(`dist/${name}.js`, 'built'),
  });
  const build = () => buildWhatIsNeeded(root, [target('a'), target('b')], () => undefined);

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'earshot-build-'));
    put('a-source/deep/one.ts', '1');
    put('b-source/one.ts', '1');
    await build();
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('does nothing twice', async () => {
    expect(await build()).toEqual([]);
  });

  it('builds again only what a change concerns', async () => {
    put('a-source/deep/one.ts', '2');
    expect(await build()).toEqual(['a']);
  });

  it('notices a new file, a renamed file and a new package', async () => {
    put('b-source/two.ts', '');
    expect(await build()).toEqual(['b']);
    rmSync(join(root, 'b-source/two.ts'));
    put('b-source/three.ts', '');
    expect(await build()).toEqual(['b']);
    put('package-lock.json', '{}');
    expect(await build()).toEqual(['a', 'b']);
  });

  it('leaves tests out of account', async () => {
    put('a-source/one.test.ts', '1');
    expect(await build()).toEqual([]);
  });

  it('builds again what was deleted, and everything after a memo cut short', async () => {
    rmSync(join(root, 'dist/a.js'));
    expect(await build()).toEqual(['a']);
    put('dist/built.json', '{"a":');
    expect(await build()).toEqual(['a', 'b']);
  });
});
