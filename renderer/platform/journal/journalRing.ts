import type { JournalEntry, JournalSummary, SeqRange } from '../../../core/response/index.ts';
import { HeldEpoch, type Place, type Segment } from './heldEpoch.ts';
import { decodeEntry, encodeLine, factsOf, readSegment } from './journalLine.ts';
import type { JournalLine, LineFacts, PlacedLine } from './journalLine.ts';
import {
  BEGINNING,
  decodeIndex,
  encodeIndex,
  indexOf,
  indexRoom,
  type SegmentIndex,
} from './segmentIndex.ts';
import type { SegmentFile } from './segmentFile.ts';
import { toRanges } from './seqRanges.ts';
import { SpoiltLines } from './spoiltLines.ts';

/**
 * Finished responses that are not acknowledged, in a ring of segments. A segment in which everything is acknowledged is free and is
 * begun again from its start; no line is ever rewritten. The segment written last is never the next to be begun, so that a torn line
 * can't take the end of the sequence with it.
 */
export class JournalRing {
  readonly #segments: Segment[] = [];
  readonly #epochs = new Map<string, HeldEpoch>();
  #tail: Segment | undefined;
  #uses = 0;
  /** As it was found. */
  #spoilt: number | null = null;

  constructor(files: readonly SegmentFile[]) {
    const opened = openSegments(files);
    const spoilt = new SpoiltLines(opened.some(({ segment, spoiltEnd }) => segment.use === 0 && spoiltEnd));
    let unanswered = 0;
    for (const { segment, lines, spoiltEnd } of opened) {
      this.#segments.push(segment);
      if (segment.unread !== null) unanswered = 0;
      spoilt.beginSegment(segment.use, spoiltEnd);
      if (segment.unread !== null) this.#noteIndex(segment, segment.unread);
      for (const { line, at, length, damaged } of lines) {
        spoilt.add(damaged);
        const epoch = this.#epochOf(line.storeEpoch);
        unanswered = leftUnanswered(unanswered + damaged, epoch, line);
        if (line.kind === 'response') spoilt.tell(epoch, line.seq);
        this.#note(line, { segment, at, length });
      }
      if (segment.use > this.#uses) this.#tail = segment;
      this.#uses = Math.max(this.#uses, segment.use);
    }
    this.#spoilt = spoiltAtEnd(opened, unanswered);
  }

  add(file: SegmentFile): void {
    this.#segments.push({ file, use: 0, end: 0, live: 0, unread: null, indexed: false });
  }

  get spare(): number {
    return this.#segments.filter((segment) => segment !== this.#tail && segment.live === 0).length;
  }

  summary(): JournalSummary {
    const found = this.#segments.filter(({ file }) => file.found).length;
    return {
      epochs: [...this.#epochs].map(([storeEpoch, { serverId, lastSeq, head, places, unreadable }]) => ({
        storeEpoch,
        ...(serverId === undefined ? {} : { serverId }),
        lastSeq,
        head,
        unreleased: toRanges(places.keys()),
        unreadable: toRanges(unreadable),
      })),
      found,
      made: this.#segments.length - found,
      ...(this.#segments.some(({ file }) => file.cut === true) ? { cut: true } : {}),
      ...(this.#spoilt === null ? {} : { spoilt: this.#spoilt }),
    };
  }

  /** Durable when it returns. Throws where there is no room. */
  append(entries: readonly JournalEntry[]): void {
    const written = new Set<SegmentFile>();
    for (const entry of entries) {
      const segment = this.#write((use) => ({ kind: 'response', use, entry }));
      if (segment === null) throw new Error('no free segment');
      written.add(segment.file);
    }
    for (const file of written) file.flush();
  }

  /** Not flushed by itself: what a power cut takes back is sent twice at worst. */
  release(storeEpoch: string, range: SeqRange): void {
    this.#write((use) => ({ kind: 'release', use, storeEpoch, range }));
  }

  read(storeEpoch: string, ranges: readonly SeqRange[]): JournalEntry[] {
    const places = this.#epochs.get(storeEpoch)?.places ?? new Map<number, Place>();
    const entries: JournalEntry[] = [];
    for (const { from, to } of ranges) {
      for (let seq = from; seq <= to; seq += 1) {
        const segment = places.get(seq)?.segment;
        if (segment?.unread) this.#readLines(segment, segment.unread);
        const place = places.get(seq);
        if (place === undefined || place.at === null) continue;
        const entry = decodeEntry(place.segment.file.read(place.at, place.length - 1));
        if (entry !== null) entries.push(entry);
      }
    }
    return entries;
  }

  /** Reads the lines of one segment that only its index was read of. `false`: there is none left. */
  check(): boolean {
    const segment = this.#segments.find(({ unread }) => unread !== null);
    if (segment?.unread) this.#readLines(segment, segment.unread);
    return segment !== undefined;
  }

  /** Gives one full segment its index, from what can be read back of it. `false`: there is none left. */
  writeIndex(): boolean {
    const segment = this.#segments.find((one) => one !== this.#tail && one.use > 0 && !one.indexed);
    if (segment === undefined) return false;
    segment.indexed = true;
    const { file } = segment;
    const room = indexRoom(file.size);
    const index = encodeIndex(indexOf(readSegment(file.read(0, file.size))), room);
    // Filled to its end by a former version, or full of small lines: then a start reads all of it.
    if (index === null || segment.end > file.size - room) return true;
    // What an index speaks of must be on the disk before it.
    file.flush();
    file.write(index, file.size - room);
    return true;
  }

  #write(make: (use: number) => JournalLine): Segment | null {
    const fits = (segment: Segment | undefined, length: number): segment is Segment =>
      segment !== undefined && segment.end + length <= segment.file.size - indexRoom(segment.file.size);
    const bytes = encodeLine(make(this.#tail?.use ?? 0));
    if (fits(this.#tail, bytes.length)) return this.#put(this.#tail, make(this.#tail.use), bytes);
    const next = this.#nextFree();
    if (next === undefined) return null;
    const line = make(this.#uses + 1);
    const begun = encodeLine(line);
    if (begun.length > next.file.size - indexRoom(next.file.size)) return null;
    removeIndex(next.file);
    this.#uses += 1;
    Object.assign(next, { use: this.#uses, end: 0, unread: null, indexed: false });
    this.#tail = next;
    return this.#put(next, line, begun);
  }

  #put(segment: Segment, line: JournalLine, bytes: Uint8Array<ArrayBuffer>): Segment {
    const at = segment.end;
    segment.file.write(bytes, at);
    segment.end += bytes.length;
    this.#note(factsOf(line), { segment, at, length: bytes.length });
    return segment;
  }

  /** Those found again before those made in this run, then the one written longest ago. */
  #nextFree(): Segment | undefined {
    return this.#segments
      .filter((segment) => segment !== this.#tail && segment.live === 0)
      .sort((one, other) => Number(other.file.found) - Number(one.file.found) || one.use - other.use)[0];
  }

  #epochOf(storeEpoch: string): HeldEpoch {
    const epoch = this.#epochs.get(storeEpoch) ?? new HeldEpoch();
    this.#epochs.set(storeEpoch, epoch);
    return epoch;
  }

  #note(line: LineFacts, place: Place): void {
    const epoch = this.#epochOf(line.storeEpoch);
    if (line.kind === 'release') epoch.forget(line.range);
    else epoch.write(line, place);
    if (line.kind === 'response') epoch.serverId = line.serverId ?? epoch.serverId;
  }

  #noteIndex(segment: Segment, { epochs }: SegmentIndex): void {
    for (const { storeEpoch, serverId, lastSeq, head, released, written } of epochs) {
      const epoch = this.#epochOf(storeEpoch);
      epoch.serverId = serverId ?? epoch.serverId;
      for (const range of released) epoch.forget(range);
      for (const { from, to } of written)
        for (let seq = from; seq <= to; seq += 1)
          epoch.write({ seq, chain: '' }, { segment, at: null, length: 0 });
      if (lastSeq >= epoch.lastSeq) Object.assign(epoch, { lastSeq, head });
    }
  }

  /** Lines that were damaged since the index was written are no longer held; it is written anew. */
  #readLines(segment: Segment, { epochs }: SegmentIndex): void {
    segment.unread = null;
    const { file } = segment;
    for (const { line, at, length } of readSegment(file.read(0, file.size)).lines) {
      if (line.kind === 'release') continue;
      const { places } = this.#epochOf(line.storeEpoch);
      if (places.get(line.seq)?.segment === segment) places.set(line.seq, { segment, at, length });
    }
    for (const { storeEpoch, written } of epochs) {
      const epoch = this.#epochOf(storeEpoch);
      for (const { from, to } of written) {
        for (let seq = from; seq <= to; seq += 1) {
          const place = epoch.places.get(seq);
          if (place?.segment !== segment || place.at !== null) continue;
          epoch.lose(seq);
          segment.indexed = false;
        }
      }
    }
  }
}

interface Opened {
  readonly segment: Segment;
  /** None where the index speaks for them. */
  readonly lines: readonly PlacedLine[];
  readonly spoiltEnd: boolean;
  readonly spoiltLines: number | null;
}

/** Of so many lines that can't be read those of which a sound one behind them says neither that they were there nor that they were let go. */
function leftUnanswered(lines: number, { lastSeq }: HeldEpoch, line: LineFacts): number {
  if (line.kind === 'response') return line.seq > lastSeq ? 0 : lines;
  const { from, to } = line.range;
  return Math.max(0, lines - Math.max(0, to - Math.max(from - 1, lastSeq)));
}

/** Segments of which nothing can be read may be older than what was read: of them it is not known what was let go. */
function spoiltAtEnd(opened: readonly Opened[], unanswered: number): number | null {
  const last = opened.at(-1);
  const isNothingSound = last?.segment.use === 0;
  const ends = opened
    .filter((one) => one === last || one.segment.use === 0)
    .map(({ spoiltLines }) => spoiltLines);
  if (unanswered === 0 && ends.every((lines) => lines === null)) return null;
  return isNothingSound
    ? ends.reduce<number>((sum, lines) => sum + (lines ?? 0), 0)
    : unanswered + (last?.spoiltLines ?? 0);
}

function openSegments(files: readonly SegmentFile[]): readonly Opened[] {
  const opened = files.map(openSegment).sort((one, other) => one.segment.use - other.segment.use);
  const last = opened.at(-1)?.segment;
  if (last === undefined || last.unread === null) return opened;
  // It is written on, and of what comes its index would not speak.
  removeIndex(last.file);
  return [...opened.slice(0, -1), openSegment(last.file)];
}

function openSegment(file: SegmentFile): Opened {
  const room = indexRoom(file.size);
  const unread = decodeIndex(file.read(file.size - room, room), file.read(0, BEGINNING));
  if (unread !== null) {
    const { use, end } = unread;
    return {
      segment: { file, use, end, live: 0, unread, indexed: true },
      lines: [],
      spoiltEnd: false,
      spoiltLines: null,
    };
  }
  const { use, end, lines, ...read } = readSegment(file.read(0, file.size));
  const spoiltEnd = read.spoiltEnd || file.cut === true;
  const { spoiltLines } = read;
  return { segment: { file, use, end, live: 0, unread, indexed: false }, lines, spoiltEnd, spoiltLines };
}

function removeIndex(file: SegmentFile): void {
  const room = indexRoom(file.size);
  file.write(new Uint8Array(room), file.size - room);
}
