import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder whose unflushed bytes are lost when the power goes. */
export interface ForgetfulDisk {
  /** Where the program works. */
  readonly folder: string;
  /** What the program is to be started with. */
  readonly env: Readonly<Record<string, string>>;
  /** The power went, the program is dead: the folder holds from now on only what had been forced to disk. */
  loseUnflushed(): void;
  remove(): void;
}

/** `lies`: the disk reports flushes that it never made; a harness that finds nothing lost then sees nothing. */
export function forgetfulDisk({ lies = false } = {}): ForgetfulDisk {
  const root = mkdtempSync(join(tmpdir(), 'earshot-power-'));
  const [folder, durable] = [join(root, 'volatile'), join(root, 'durable')];
  mkdirSync(folder);
  mkdirSync(durable);
  return {
    folder,
    env: {
      LD_PRELOAD: compiled(root),
      EARSHOT_VOLATILE: folder,
      EARSHOT_DURABLE: durable,
      EARSHOT_DISK_LIES: lies ? '1' : '0',
    },
    loseUnflushed: () => {
      for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
      // SQLite's shared memory is no file to it, but a lock; a copy that was cut short never was one.
      const survives = (path: string): boolean => !/-shm$|\.part$/.test(path);
      cpSync(durable, folder, { recursive: true, filter: survives });
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

function compiled(folder: string): string {
  const library = join(folder, 'powerCut.so');
  const source = join(import.meta.dirname, 'powerCut.c');
  try {
    execFileSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl'], { stdio: 'pipe' });
  } catch (error) {
    throw new Error(
      'The power-cut tests need a C compiler named cc: install gcc, for example with apt-get install gcc libc6-dev.',
      {
        cause: error,
      },
    );
  }
  return library;
}
