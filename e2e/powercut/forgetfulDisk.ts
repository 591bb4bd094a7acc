import { execFileSync } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

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

interface DiskOptions {
  /** The disk reports flushes that it never made; a harness that finds nothing lost then sees nothing. */
  readonly lies?: boolean;
  /** A folder whose contents are on the disk from the start, flushed long ago. */
  readonly holding?: string;
  /** Whose the disk is, where the program does not run as we do. */
  readonly owner?: { readonly uid?: number; readonly gid?: number };
}

export function forgetfulDisk({ lies = false, holding, owner = {} }: DiskOptions = {}): ForgetfulDisk {
  const root = mkdtempSync(join(tmpdir(), 'earshot-power-'));
  const [folder, durable] = [join(root, 'volatile'), join(root, 'durable')];
  mkdirSync(folder, { mode: 0o700 });
  mkdirSync(durable);
  if (holding !== undefined)
    for (const place of [folder, durable]) cpSync(holding, place, { recursive: true });
  const library = compiled(root);
  give(root, owner);
  return {
    folder,
    env: {
      LD_PRELOAD: library,
      EARSHOT_VOLATILE: folder,
      EARSHOT_DURABLE: durable,
      EARSHOT_DISK_LIES: lies ? '1' : '0',
    },
    loseUnflushed: () => {
      const names = filesBelow(folder);
      for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
      // SQLite's shared memory is no file to it, but a lock; a copy that was cut short never was one.
      const survives = (path: string): boolean => !/-shm$|\.part$/.test(path);
      cpSync(durable, folder, { recursive: true, filter: survives });
      // Names last, bytes that nobody flushed do not.
      for (const name of names)
        if (!existsSync(join(folder, name)) && survives(name)) makeEmpty(join(folder, name));
      give(folder, owner);
    },
    // Processes that were killed may still be giving up their files.
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 }),
  };
}

/** Its folders, too, are the owner's alone. */
function give(root: string, { uid, gid }: NonNullable<DiskOptions['owner']>): void {
  if (uid === undefined || gid === undefined) return;
  for (const entry of readdirSync(root, { recursive: true, encoding: 'utf8' }))
    chownSync(join(root, entry), uid, gid);
  chownSync(root, uid, gid);
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));

function makeEmpty(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
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
