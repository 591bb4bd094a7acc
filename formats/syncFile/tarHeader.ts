import { err, ok, type Result } from '../../core/kernel/index.ts';

/** Tar is made of blocks of so many bytes. */
export const BLOCK = 512;

export interface TarEntry {
  readonly name: string;
  readonly size: number;
}

/** How many bytes of zeros follow a body of that size. */
export const paddingOf = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK;

const MAGIC = 'ustar';

/** The header of a plain file (POSIX ustar). `modifiedAt` in milliseconds. */
export function tarHeader({ name, size }: TarEntry, modifiedAt: number): Uint8Array<ArrayBuffer> {
  const block = new Uint8Array(BLOCK);
  const put = (at: number, text: string): void => block.set(new TextEncoder().encode(text), at);
  const octal = (at: number, length: number, value: number): void =>
    put(at, Math.max(0, Math.floor(value)).toString(8).padStart(length, '0').slice(-length));
  put(0, name);
  octal(100, 7, 0o600);
  octal(108, 7, 0);
  octal(116, 7, 0);
  octal(124, 11, size);
  octal(136, 11, modifiedAt / 1_000);
  block[156] = PLAIN_FILE;
  put(257, `${MAGIC}\0` + '00');
  octal(148, 6, sumOf(block));
  put(155, ' ');
  return block;
}

const PLAIN_FILE = 0x30;
const SUM_FROM = 148;
const SUM_TO = 156;
const BLANK = 0x20;

/** With blanks where the sum itself stands. */
const sumOf = (block: Uint8Array): number =>
  block.reduce((sum, byte, index) => sum + (index >= SUM_FROM && index < SUM_TO ? BLANK : byte), 0);

/**
 * Reads a header. Nothing but plain files is let in: links, folders, devices and the long names of other tools have no place in a sync
 * file, and what a name says is only ever compared with the planned one. `null`: a block of zeros, the end.
 */
export function readTarHeader(block: Uint8Array): Result<TarEntry | null, string> {
  if (block.every((byte) => byte === 0)) return ok(null);
  const text = (from: number, length: number): string => {
    const bytes = block.subarray(from, from + length);
    const end = bytes.indexOf(0);
    return String.fromCharCode(...(end === -1 ? bytes : bytes.subarray(0, end)));
  };
  const number = (from: number, length: number): number => {
    const digits = text(from, length).trim();
    return /^[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
  };
  if (number(SUM_FROM, 8) !== sumOf(block)) return err('a header whose sum is wrong');
  if (!text(257, 6).startsWith(MAGIC)) return err('a header of an unknown kind');
  if (block[156] !== PLAIN_FILE && block[156] !== 0) return err('an entry that is no plain file');
  if (text(345, 155) !== '') return err('a name that is too long');
  const size = number(124, 12);
  if (!Number.isSafeInteger(size)) return err('an entry without a size');
  return ok({ name: text(0, 100), size });
}
