import { JOURNAL_FOLDER } from './dropBallast.ts';
import type { SegmentFile } from './journalRing.ts';

/** Runs in a worker: only there the browser gives files that can be forced to the disk. */
const SEGMENT_BYTES = 2 * 1024 * 1024;
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

const nameOf = (index: number): string => `segment-${String(index).padStart(4, '0')}`;

/** The segments that are there, whole. One that was cut off while it was made is made again. */
export async function openSegments(): Promise<SegmentFile[]> {
  const files: SegmentFile[] = [];
  const home = await journalFolder();
  for (let index = 0; ; index += 1) {
    const handle = await home.getFileHandle(nameOf(index)).catch(() => undefined);
    if (handle === undefined) return files;
    const access = await handle.createSyncAccessHandle();
    const whole = access.getSize() === SEGMENT_BYTES;
    if (!whole) writeZeros(access, 0, SEGMENT_BYTES);
    files.push(toFile(access, whole));
  }
}

export async function makeSegment(index: number): Promise<SegmentFile> {
  const home = await journalFolder();
  const access = await (await home.getFileHandle(nameOf(index), { create: true })).createSyncAccessHandle();
  try {
    writeZeros(access, 0, SEGMENT_BYTES);
    access.flush();
    return toFile(access, false);
  } catch (error) {
    access.close();
    await home.removeEntry(nameOf(index));
    throw error;
  }
}

const toFile = (access: FileSystemSyncAccessHandle, found: boolean): SegmentFile => ({
  size: SEGMENT_BYTES,
  found,
  read: (at, length) => {
    const bytes = new Uint8Array(length);
    const got = access.read(bytes, { at });
    return got === length ? bytes : bytes.subarray(0, got);
  },
  write: (bytes, at) => write(access, bytes, at),
  flush: () => access.flush(),
});

/** Real zeros, so that the room is taken. */
export function writeZeros(access: FileSystemSyncAccessHandle, from: number, to: number): void {
  const zeros = new Uint8Array(STEP);
  for (let at = from; at < to; at += STEP) write(access, zeros.subarray(0, Math.min(STEP, to - at)), at);
}

function write(access: FileSystemSyncAccessHandle, bytes: Uint8Array<ArrayBuffer>, at: number): void {
  if (access.write(bytes, { at }) !== bytes.length) throw new Error('only part of it was written');
}
