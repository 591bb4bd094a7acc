import type { SeqRange } from '../../../core/response/index.ts';
import { crc32 } from './crc32.ts';
import { LINE_FEED, type ReadSegment } from './journalLine.ts';
import { toRanges } from './seqRanges.ts';

/**
 * What a full segment says, in short: a start reads this, and the lines when they are wanted. It stands in the last bytes of the file,
 * where no line is ever written: eight hex digits of CRC-32, a hash sign (so that no version takes it for a line), JSON, a line feed.
 */
export interface SegmentIndex {
  /** The use that it speaks of; of no worth once the segment was begun again. */
  readonly use: number;
  /** Where the last line ends. */
  readonly end: number;
  readonly epochs: readonly EpochIndex[];
}

interface EpochIndex {
  readonly storeEpoch: string;
  readonly serverId?: string;
  readonly lastSeq: number;
  readonly head: string;
  /** Let go here, wherever they lay. */
  readonly released: readonly SeqRange[];
  /** Written here, and not let go here after that. */
  readonly written: readonly SeqRange[];
}

const MOST = 4_096;
const HASH = 35;
const MARK = 9;
/** Bytes: a line begins with its checksum and its use. */
export const BEGINNING = 48;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** What is kept free for it at the end of a file of so many bytes. */
export const indexRoom = (size: number): number => Math.min(MOST, Math.floor(size / 8));

export function indexOf({ use, end, lines }: ReadSegment): SegmentIndex {
  const epochs = new Map<
    string,
    { serverId?: string; lastSeq: number; head: string; released: SeqRange[]; written: Set<number> }
  >();
  for (const { line } of lines) {
    const epoch = epochs.get(line.storeEpoch) ?? { lastSeq: 0, head: '', released: [], written: new Set() };
    epochs.set(line.storeEpoch, epoch);
    if (line.kind === 'release') {
      const { from, to } = line.range;
      epoch.released.push(line.range);
      for (const seq of epoch.written) if (seq >= from && seq <= to) epoch.written.delete(seq);
    } else {
      epoch.written.add(line.seq);
      if (line.serverId !== undefined) epoch.serverId = line.serverId;
      if (line.seq >= epoch.lastSeq) Object.assign(epoch, { lastSeq: line.seq, head: line.chain });
    }
  }
  return {
    use,
    end,
    epochs: [...epochs].map(([storeEpoch, { serverId, lastSeq, head, released, written }]) => ({
      storeEpoch,
      ...(serverId === undefined ? {} : { serverId }),
      lastSeq,
      head,
      released: joined(released),
      written: toRanges(written),
    })),
  };
}

function joined(ranges: readonly SeqRange[]): SeqRange[] {
  const apart: { from: number; to: number }[] = [];
  for (const { from, to } of [...ranges].sort((one, other) => one.from - other.from)) {
    const last = apart.at(-1);
    if (last !== undefined && from <= last.to + 1) last.to = Math.max(last.to, to);
    else apart.push({ from, to });
  }
  return apart;
}

/** `null`: there is more to say than there is room for. */
export function encodeIndex(index: SegmentIndex, room: number): Uint8Array<ArrayBuffer> | null {
  const text = encoder.encode(JSON.stringify(index));
  if (MARK + text.length + 1 > room) return null;
  const bytes = new Uint8Array(room);
  encoder.encodeInto(`${crc32(text).toString(16).padStart(8, '0')}#`, bytes);
  bytes.set(text, MARK);
  bytes[MARK + text.length] = LINE_FEED;
  return bytes;
}

/** `null`: none, a torn one, or one of a former use; `beginning` is the file's. */
export function decodeIndex(bytes: Uint8Array, beginning: Uint8Array): SegmentIndex | null {
  if (bytes[MARK - 1] !== HASH) return null;
  const text = bytes.subarray(MARK, bytes.indexOf(LINE_FEED));
  if (Number.parseInt(decoder.decode(bytes.subarray(0, MARK - 1)), 16) !== crc32(text)) return null;
  const index = JSON.parse(decoder.decode(text)) as SegmentIndex;
  const use = /^[0-9a-f]{8} \{"use":(\d+),/.exec(decoder.decode(beginning))?.[1];
  return use === String(index.use) ? index : null;
}
