import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** Each changes what a folder holds, or makes a change last. */
const STEPS = ['renameSync', 'rmSync', 'writeFileSync', 'fsyncSync'];

/**
 * A program in a process of its own that is killed (SIGKILL) right before one of its steps with files, whichever is asked for. `work` is its
 * text, for which it imports from one module of the operations; its arguments begin at `process.argv[3]`.
 */
export class Doomed {
  readonly #folder: string;
  readonly #program: string;

  constructor(module: string, imports: string, work: string) {
    // Inside the repository, so that the program finds its packages.
    this.#folder = mkdtempSync(join(import.meta.dirname, '../../../node_modules/.doomed-'));
    this.#program = join(this.#folder, 'program.mjs');
    buildSync({
      stdin: {
        contents: `import fs from 'node:fs';
          import { syncBuiltinESMExports } from 'node:module';
          import ${imports} from '../${module}';
          import { systemClock, systemRandom } from '../../systemPorts.ts';
          let left = Number(process.argv[2]);
          for (const name of ${JSON.stringify(STEPS)}) {
            const real = fs[name];
            fs[name] = (...args) => {
              left -= 1;
              if (left === 0) process.kill(process.pid, 'SIGKILL');
              return real(...args);
            };
          }
          syncBuiltinESMExports();
          ${work}`,
        resolveDir: import.meta.dirname,
      },
      outfile: this.#program,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
    });
  }

  start(step: number, args: readonly string[]) {
    return spawn(process.execPath, [this.#program, String(step), ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  }

  /** False: it had fewer steps and ended by itself. */
  async diesAt(step: number, args: readonly string[]): Promise<boolean> {
    const child = this.start(step, args);
    child.stdout.resume();
    const [status, signal] = (await once(child, 'exit')) as [number | null, string | null];
    if (signal === null && status !== 0) throw new Error(`the program failed with ${String(status)}`);
    return signal === 'SIGKILL';
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
