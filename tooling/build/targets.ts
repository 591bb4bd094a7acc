import { join } from 'node:path';
import { build as esbuild } from 'esbuild';
import { build as vite } from 'vite';
import { precompress } from './precompress.ts';

export interface Target {
  readonly name: string;
  /** Folders and files, from the root, that decide what comes out. */
  readonly inputs: readonly string[];
  /** The file that proves it was built, from the root. */
  readonly output: string;
  readonly build: (root: string) => Promise<void>;
}

const EVERY_BUILD = ['package-lock.json', 'tsconfig.json', 'tooling/build', 'core', 'assets'];

function posture(name: 'terminal' | 'console'): Target {
  return {
    name,
    inputs: [...EVERY_BUILD, 'renderer', 'formats'],
    output: `dist/${name}/index.html`,
    build: async (root) => {
      await vite({ configFile: join(root, 'renderer/vite.config.ts'), mode: name, logLevel: 'warn' });
      precompress(join(root, 'dist', name));
    },
  };
}

/**
 * Packages stay outside the bundles: better-sqlite3 and argon2 are native, electron is there when the shell runs. A thread is a file of
 * its own beside the program, under its own name.
 */
function nodeProgram(
  name: 'sync-server' | 'electron',
  threads: Readonly<Record<string, string>> = {},
): Target {
  const folder = `dist/${name}`;
  return {
    name,
    inputs: [...EVERY_BUILD, name],
    output: `${folder}/main.mjs`,
    build: async (root) => {
      await esbuild({
        absWorkingDir: root,
        entryPoints: { main: `./${name}/main.ts`, ...threads },
        outdir: folder,
        outExtension: { '.js': '.mjs' },
        bundle: true,
        packages: 'external',
        platform: 'node',
        format: 'esm',
        target: 'node20.19',
        sourcemap: true,
        logLevel: 'warning',
      });
    },
  };
}

/** What the server needs to run and to hand out. */
export const SERVER_TARGETS: readonly Target[] = [
  nodeProgram('sync-server', { sqliteThread: './sync-server/store/sqlite/sqliteThread.mjs' }),
  posture('terminal'),
  posture('console'),
];

export const ALL_TARGETS: readonly Target[] = [...SERVER_TARGETS, nodeProgram('electron')];
