import { join } from 'node:path';
import { build as esbuild } from 'esbuild';
import { build as vite } from 'vite';

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
    inputs: [...EVERY_BUILD, 'renderer'],
    output: `dist/${name}/index.html`,
    build: async (root) => {
      await vite({ configFile: join(root, 'renderer/vite.config.ts'), mode: name, logLevel: 'warn' });
    },
  };
}

/** Packages stay outside the bundle: better-sqlite3 and argon2 are native. */
const server: Target = {
  name: 'sync-server',
  inputs: [...EVERY_BUILD, 'sync-server'],
  output: 'dist/sync-server/main.mjs',
  build: async (root) => {
    await esbuild({
      absWorkingDir: root,
      entryPoints: ['./sync-server/main.ts'],
      outfile: 'dist/sync-server/main.mjs',
      bundle: true,
      packages: 'external',
      platform: 'node',
      format: 'esm',
      target: 'node20',
      sourcemap: true,
      logLevel: 'warning',
    });
  },
};

export const TARGETS: readonly Target[] = [server, posture('terminal'), posture('console')];
