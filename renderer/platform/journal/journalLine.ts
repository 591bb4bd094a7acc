import type { JournalEntry, SeqRange } from '../../../core/response/index.ts';
import { crc32 } from './crc32.ts';

/**
 * A line of the journal: eight hex digits of CRC-32, a space, facts as JSON, for a response a tab and its payload, a line feed. The
 * payload is canonical JSON, in which neither tabs nor line feeds stand raw. `use` counts how often segments were begun: a segment is
 * reused in place, and what a former use left behind the last line is told by it.
 */
export type JournalLine =
  | { readonly kind: 'response'; readonly use: number; readonly entry: JournalEntry }
  | { readonly kind: 'release'; readonly use: number; readonly storeEpoch: string; readonly range: SeqRange };

const LINE_FEED = 10;
const TAB = 9;
const CRC = 9;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

export function encodeLine(line: JournalLine): Uint8Array<ArrayBuffer> {
  const text = encoder.encode(` ${textOf(line)}`);
  const crc = crc32(text.subarray(1)).toString(16).padStart(8, '0');
  const bytes = new Uint8Array(CRC + text.length);
  encoder.encodeInto(crc, bytes);
  bytes.set(text, CRC - 1);
  bytes[bytes.length - 1] = LINE_FEED;
  return bytes;
}

function textOf(line: JournalLine): string {
  if (line.kind === 'release') {
    const { use, storeEpoch, range } = line;
    return JSON.stringify({ use, storeEpoch, from: range.from, to: range.to });
  }
  const { payload, ...facts } = line.entry;
  return `${JSON.stringify({ use: line.use, ...facts })}\t${payload}`;
}

/** `null`: torn, damaged, or no line at all. `bytes` without the line feed. */
export function decodeLine(bytes: Uint8Array): JournalLine | null {
  if (bytes.length <= CRC || bytes[CRC - 1] !== 32) return null;
  const body = bytes.subarray(CRC);
  try {
    if (Number.parseInt(decoder.decode(bytes.subarray(0, CRC - 1)), 16) !== crc32(body)) return null;
    const tab = body.indexOf(TAB);
    const facts: unknown = JSON.parse(decoder.decode(tab === -1 ? body : body.subarray(0, tab)));
    if (tab === -1) return toRelease(facts as Release);
    const { use, ...entry } = facts as Omit<JournalEntry, 'payload'> & { readonly use: number };
    return { kind: 'response', use, entry: { ...entry, payload: decoder.decode(body.subarray(tab + 1)) } };
  } catch {
    return null;
  }
}

interface Release extends SeqRange {
  readonly use: number;
  readonly storeEpoch: string;
}
const toRelease = ({ use, storeEpoch, from, to }: Release): JournalLine => ({
  kind: 'release',
  use,
  storeEpoch,
  range: { from, to },
});

export interface PlacedLine {
  readonly line: JournalLine;
  readonly at: number;
  readonly length: number;
}

export interface ReadSegment {
  /** 0: nothing was ever written here. */
  readonly use: number;
  /** Sound lines of the latest use, in the order written. */
  readonly lines: readonly PlacedLine[];
  /** Where the next line goes. */
  readonly end: number;
}

/** Passes over whatever is torn or damaged and goes on behind the next line feed. */
export function readSegment(bytes: Uint8Array): ReadSegment {
  const lines: PlacedLine[] = [];
  for (let at = 0; ;) {
    const feed = bytes.indexOf(LINE_FEED, at);
    if (feed === -1) break;
    const line = decodeLine(bytes.subarray(at, feed));
    if (line !== null) lines.push({ line, at, length: feed + 1 - at });
    at = feed + 1;
  }
  const use = lines.reduce((most, { line }) => Math.max(most, line.use), 0);
  const latest = lines.filter(({ line }) => line.use === use);
  const last = latest.at(-1);
  return { use, lines: latest, end: last === undefined ? 0 : last.at + last.length };
}
