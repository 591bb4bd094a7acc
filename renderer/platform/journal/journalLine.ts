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

export const LINE_FEED = 10;
const TAB = 9;
const CRC = 9;
const BLANK = 32;

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

/** `null`: torn, damaged, or no response. `bytes` without the line feed. */
export function decodeEntry(bytes: Uint8Array): JournalEntry | null {
  const body = soundBody(bytes);
  const tab = body?.indexOf(TAB) ?? -1;
  if (body === null || tab === -1) return null;
  const { use: _, ...facts } = JSON.parse(decoder.decode(body.subarray(0, tab))) as ResponseFacts;
  return { ...facts, payload: decoder.decode(body.subarray(tab + 1)) };
}

/** What a start wants to know of a line: everything but the response itself. */
export type LineFacts =
  | {
      readonly kind: 'response';
      readonly use: number;
      readonly storeEpoch: string;
      readonly serverId: string | undefined;
      readonly seq: number;
      readonly chain: string;
    }
  | { readonly kind: 'release'; readonly use: number; readonly storeEpoch: string; readonly range: SeqRange };

type ResponseFacts = Omit<JournalEntry, 'payload'> & { readonly use: number };
type ReleaseFacts = SeqRange & { readonly use: number; readonly storeEpoch: string };

export const factsOf = (line: JournalLine): LineFacts => {
  if (line.kind === 'release') return line;
  const { storeEpoch, serverId, seq, chain } = line.entry;
  return { kind: 'response', use: line.use, storeEpoch, serverId, seq, chain };
};

/** `null`: torn, damaged, or no line at all. */
function readFacts(bytes: Uint8Array): LineFacts | null {
  const body = soundBody(bytes);
  if (body === null) return null;
  const tab = body.indexOf(TAB);
  const facts: unknown = JSON.parse(decoder.decode(tab === -1 ? body : body.subarray(0, tab)));
  if (tab === -1) {
    const { use, storeEpoch, from, to } = facts as ReleaseFacts;
    return { kind: 'release', use, storeEpoch, range: { from, to } };
  }
  const { use, storeEpoch, serverId, seq, chain } = facts as ResponseFacts;
  return { kind: 'response', use, storeEpoch, serverId, seq, chain };
}

/** What its checksum vouches for, which is what was written: it needs no further doubt. */
function soundBody(bytes: Uint8Array): Uint8Array | null {
  if (bytes.length <= CRC || bytes[CRC - 1] !== BLANK) return null;
  const body = bytes.subarray(CRC);
  return hexOf(bytes.subarray(0, CRC - 1)) === crc32(body) ? body : null;
}

/** Not a number where one of the bytes is no digit. */
const hexOf = (digits: Uint8Array): number => Number(`0x${String.fromCharCode(...digits)}`);

export interface PlacedLine {
  readonly line: LineFacts;
  readonly at: number;
  readonly length: number;
  /** Lines right before it that can't be read, and were no releases. */
  readonly damaged: number;
}

export interface ReadSegment {
  /** 0: nothing was ever written here. */
  readonly use: number;
  /** Sound lines of the latest use, in the order written. */
  readonly lines: readonly PlacedLine[];
  /** Where the next line goes. */
  readonly end: number;
  /** Behind that there is something, but nothing sound: torn, damaged, or of a former use. */
  readonly spoiltEnd: boolean;
  /** Lines there that were no releases and were written in this use, as far as that can be told; `null`: there are none. */
  readonly spoiltLines: number | null;
}

/** A release is shorter, and a response has a tab. */
const LONGEST_RELEASE = 160;

/** Passes over whatever is torn or damaged and goes on behind the next line feed. */
export function readSegment(bytes: Uint8Array): ReadSegment {
  const lines: PlacedLine[] = [];
  let damaged = 0;
  let spoilt = false;
  for (let at = 0; ;) {
    const feed = bytes.indexOf(LINE_FEED, at);
    if (feed === -1) {
      // Files are made of zeros.
      spoilt ||= (bytes[at] ?? 0) !== 0;
      break;
    }
    const text = bytes.subarray(at, feed);
    const line = readFacts(text);
    spoilt = line === null;
    if (line !== null) lines.push({ line, at, length: feed + 1 - at, damaged });
    if (line !== null) damaged = 0;
    else if (isResponse(text)) damaged += 1;
    at = feed + 1;
  }
  const use = lines.reduce((most, { line }) => Math.max(most, line.use), 0);
  const latest = lines.filter(({ line }) => line.use === use);
  const last = latest.at(-1);
  const spoiltEnd = spoilt || latest.length < lines.length;
  const end = last === undefined ? 0 : last.at + last.length;
  const former = lines.find(({ at }) => at >= end);
  const spoiltLines = countSpoilt(bytes.subarray(end, former?.at), former !== undefined);
  return { use, lines: latest, end, spoiltEnd, spoiltLines };
}

const isResponse = (text: Uint8Array): boolean => text.length > LONGEST_RELEASE || text.includes(TAB);

/** `bytes`: behind the last sound line, up to the first that is left of a former use, which the rest of another one may precede. */
function countSpoilt(bytes: Uint8Array, former: boolean): number | null {
  const texts: Uint8Array[] = [];
  let at = 0;
  for (let feed = bytes.indexOf(LINE_FEED); feed !== -1; feed = bytes.indexOf(LINE_FEED, at)) {
    texts.push(bytes.subarray(at, feed));
    at = feed + 1;
  }
  const rest = texts.at(-1);
  if (former && rest !== undefined && !looksLikeLine(rest)) texts.pop();
  const lines = texts.filter(isResponse).length;
  if (lines > 0) return lines;
  return isTornResponse(bytes, at) ? 0 : null;
}

/** As `isResponse`, of what is not zero. A loop, and over before its end: at each start this goes through the megabytes of every segment that stands empty. */
function isTornResponse(bytes: Uint8Array, from: number): boolean {
  let length = 0;
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === 0) continue;
    length += 1;
    if (byte === TAB || length > LONGEST_RELEASE) return true;
  }
  return false;
}

const looksLikeLine = (text: Uint8Array): boolean =>
  /^[0-9a-f]{8} \{"use":/.test(String.fromCharCode(...text.subarray(0, CRC + 7)));
