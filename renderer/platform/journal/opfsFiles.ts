import type { SegmentFile } from './segmentFile.ts';

/** Runs in a worker: only there the browser gives files that can be forced to the disk. */
export const SEGMENT_BYTES = 2 * 1024 * 1024;
const JOURNAL_FOLDER = 'journal';
const STEP = 1024 * 1024;

declare global {
  /** TypeScript's library for pages leaves out what only workers have. */
  interface FileSystemSyncAccessHandle {
    read(buffer: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
    write(buffer: Uint8Array<ArrayBuffer>, options: { readonly at: number }): number;
    truncate(length: number): void;
    getSize(): number;
    flush(): void;
    close(): void;
  }
  interface FileSystemFileHandle {
    createSyncAccessHandle(): Promise<FileSystemSyncAccessHandle>;
  }
}

export const journalFolder = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(JOURNAL_FOLDER, { create: true });

const nameOf = (number: number): string => `segment-${String(number).padStart(4, '0')}`;

export interface OpfsSegment extends SegmentFile {
  readonly number: number;
  /** Gives its room back, for one that has lost its name: Chromium does not come back from closing such a file. */
  empty(): void;
}

export interface FoundSegments {
  /** Everything in which anything stands. */
  readonly files: readonly OpfsSegment[];
  /** Numbers of segments that were cut off while they were made, and the first that was never used. */
  readonly unmade: readonly number[];
}

const numbersOf = async (home: FileSystemDirectoryHandle): Promise<number[]> => {
  const numbers: number[] = [];
  for await (const name of home.keys()) {
    const number = /^segment-(\d+)$/.exec(name)?.[1];
    if (number !== undefined) numbers.push(Number(number));
  }
  return numbers.sort((one, other) => one - other);
};

export async function openSegments(): Promise<FoundSegments> {
  const home = await journalFolder();
  const numbers = await numbersOf(home);
  const opening = numbers.map((number) => openSegment(home, number));
  const held = await Promise.all(opening).catch(async (error: unknown) => {
    // Nobody can open a file twice: those that did open would be in the way of the next try.
    for (const one of await Promise.allSettled(opening))
      if (one.status === 'fulfilled') one.value.access.close();
    throw error;
  });
  const unmade = held.filter(({ access }) => access.getSize() < SEGMENT_BYTES && isBlank(access));
  for (const { access } of unmade) access.close();
  return {
    files: held
      .filter((one) => !unmade.includes(one))
      .map(({ access, number }) => {
        const cut = access.getSize() !== SEGMENT_BYTES;
        if (cut) lengthen(access);
        return { ...toFile(access, number, true), size: access.getSize(), cut };
      }),
    unmade: [...unmade.map(({ number }) => number), (numbers.at(-1) ?? -1) + 1],
  };
}

/** Cut off while it was made: nothing was ever written in it. */
const isBlank = (access: FileSystemSyncAccessHandle): boolean => {
  const bytes = new Uint8Array(access.getSize());
  return access.read(bytes, { at: 0 }) === bytes.length && bytes.every((byte) => byte === 0);
};

/** Of what is there nothing is touched. Where there is no room, it is as good as it is. */
function lengthen(access: FileSystemSyncAccessHandle): void {
  try {
    writeZeros(access, access.getSize(), SEGMENT_BYTES);
    access.flush();
  } catch {
    // It is read all the same.
  }
}

async function openSegment(home: FileSystemDirectoryHandle, number: number) {
  const file = await home.getFileHandle(nameOf(number));
  return { number, access: await file.createSyncAccessHandle() };
}

/** Where there is no room for it the name stays, for taking it away would be a write, too. */
export async function makeSegment(number: number): Promise<OpfsSegment> {
  const home = await journalFolder();
  const access = await (await home.getFileHandle(nameOf(number), { create: true })).createSyncAccessHandle();
  try {
    writeZeros(access, 0, SEGMENT_BYTES);
    access.flush();
    return toFile(access, number, false);
  } catch (error) {
    access.truncate(0);
    access.close();
    throw error;
  }
}

/** Files that are open go on working when the browser has taken their names away; no start will find them again. */
export async function isNamed({ number }: OpfsSegment): Promise<boolean> {
  const home = await journalFolder();
  return home.getFileHandle(nameOf(number)).then(
    () => true,
    () => false,
  );
}

const toFile = (access: FileSystemSyncAccessHandle, number: number, found: boolean): OpfsSegment => ({
  number,
  size: SEGMENT_BYTES,
  found,
  read: (at, length) => {
    const bytes = new Uint8Array(length);
    const got = access.read(bytes, { at });
    return got === length ? bytes : bytes.subarray(0, got);
  },
  write: (bytes, at) => write(access, bytes, at),
  flush: () => access.flush(),
  empty: () => access.truncate(0),
});

/** Real zeros, so that the room is taken. */
export function writeZeros(access: FileSystemSyncAccessHandle, from: number, to: number): void {
  const zeros = new Uint8Array(STEP);
  for (let at = from; at < to; at += STEP) write(access, zeros.subarray(0, Math.min(STEP, to - at)), at);
}

function write(access: FileSystemSyncAccessHandle, bytes: Uint8Array<ArrayBuffer>, at: number): void {
  if (access.write(bytes, { at }) !== bytes.length) throw new Error('only part of it was written');
}
