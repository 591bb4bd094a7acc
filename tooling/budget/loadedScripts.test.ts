import { expect, it } from 'vitest';
import { loadedScripts } from './loadedScripts.ts';

const manifest = {
  'terminal.html': {
    file: 'assets/terminal.js',
    isEntry: true,
    imports: ['_react.js', '_data.js'],
    dynamicImports: ['device.tsx'],
  },
  '_react.js': { file: 'assets/react.js' },
  '_data.js': { file: 'assets/data.js', imports: ['_dexie.js', '_react.js'] },
  '_dexie.js': { file: 'assets/dexie.js', imports: ['_data.js'] },
  'device.tsx': { file: 'assets/device.js', imports: ['_qr.js'] },
  '_qr.js': { file: 'assets/qr.js' },
  'style.css': { file: 'assets/style.css' },
};

it('follows static imports in any depth and round circles, and leaves out what is loaded on demand', () => {
  expect(loadedScripts(manifest).sort()).toEqual([
    'assets/data.js',
    'assets/dexie.js',
    'assets/react.js',
    'assets/terminal.js',
  ]);
});

it('adds what is loaded on the way of a first start, and does not pass over a module that is gone', () => {
  expect(loadedScripts(manifest, ['device.tsx']).sort()).toContain('assets/qr.js');
  expect(() => loadedScripts(manifest, ['moved.tsx'])).toThrow('moved.tsx');
});
