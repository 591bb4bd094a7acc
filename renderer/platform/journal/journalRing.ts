import type { JournalEntry, JournalSummary, SeqRange } from '../../../core/response/index.ts';
import { decodeLine, encodeLine, readSegment, type JournalLine } from './journalLine.ts';
import { toRanges } from './seqRanges.ts';

/** A file of fixed length, made beforehand and written in place. */
export interface SegmentFile {
  readonly size: number;
  /** Was there when this start looked. */
  readonly found: boolean;
  read(at: number, length: number): Uint8Array;
  write(bytes: Uint8Array<ArrayBuffer>, at: number): void;
  /** Only what was flushed survives a power cut. */
  flush(): void;
}

interface Segment {
  readonly file: SegmentFile;
  use: number;
  end: number;
  /** Responses in it that are not known to be acknowledged. */
  live: number;
}

interface Place {
  readonly segment: Segment;
  readonly at: number;
  readonly length: number;
}

interface Epoch {
  lastSeq: number;
  head: string;
  readonly places: Map<number, Place>;
}

/**
 * Finished responses that are not acknowledged, in a ring of segments. A segment in which everything is acknowledged is free and is
 * begun again from its start; no line is ever rewritten. The segment written last is never the next to be begun, so that a torn line
 * can't take the end of the sequence with it.
 */
export class JournalRing {
  readonly #segments: Segment[] = [];
  readonly #epochs = new Map<string, Epoch>();
  #tail: Segment | undefined;
  #uses = 0;

  constructor(files: readonly SegmentFile[]) {
    const read = files.map((file) => ({ file, ...readSegment(file.read(0, file.size)) }));
    for (const { file, use, end, lines } of read.sort((one, other) => one.use - other.use)) {
      const segment: Segment = { file, use, end, live: 0 };
      this.#segments.push(segment);
      for (const { line, at, length } of lines) this.#note(line, { segment, at, length });
      if (use > this.#uses) this.#tail = segment;
      this.#uses = Math.max(this.#uses, use);
    }
  }

  add(file: SegmentFile): void {
    this.#segments.push({ file, use: 0, end: 0, live: 0 });
  }

  get spare(): number {
    return this.#segments.filter((segment) => segment !== this.#tail && segment.live === 0).length;
  }

  summary(): JournalSummary {
    const found = this.#segments.filter(({ file }) => file.found).length;
    return {
      epochs: [...this.#epochs].map(([storeEpoch, { lastSeq, head, places }]) => ({
        storeEpoch,
        lastSeq,
        head,
        unreleased: toRanges(places.keys()),
      })),
      found,
      made: this.#segments.length - found,
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
        const place = places.get(seq);
        if (place === undefined) continue;
        const line = decodeLine(place.segment.file.read(place.at, place.length - 1));
        if (line?.kind === 'response') entries.push(line.entry);
      }
    }
    return entries;
  }

  #write(make: (use: number) => JournalLine): Segment | null {
    const fits = (segment: Segment | undefined, length: number): segment is Segment =>
      segment !== undefined && segment.end + length <= segment.file.size;
    const bytes = encodeLine(make(this.#tail?.use ?? 0));
    if (fits(this.#tail, bytes.length)) return this.#put(this.#tail, make(this.#tail.use), bytes);
    const next = this.#nextFree();
    if (next === undefined) return null;
    const line = make(this.#uses + 1);
    const begun = encodeLine(line);
    if (begun.length > next.file.size) return null;
    this.#uses += 1;
    Object.assign(next, { use: this.#uses, end: 0 });
    this.#tail = next;
    return this.#put(next, line, begun);
  }

  #put(segment: Segment, line: JournalLine, bytes: Uint8Array<ArrayBuffer>): Segment {
    const at = segment.end;
    segment.file.write(bytes, at);
    segment.end += bytes.length;
    this.#note(line, { segment, at, length: bytes.length });
    return segment;
  }

  /** Those found again before those made in this run, then the one written longest ago. */
  #nextFree(): Segment | undefined {
    return this.#segments
      .filter((segment) => segment !== this.#tail && segment.live === 0)
      .sort((one, other) => Number(other.file.found) - Number(one.file.found) || one.use - other.use)[0];
  }

  #note(line: JournalLine, place: Place): void {
    const storeEpoch = line.kind === 'response' ? line.entry.storeEpoch : line.storeEpoch;
    const epoch = this.#epochs.get(storeEpoch) ?? { lastSeq: 0, head: '', places: new Map<number, Place>() };
    this.#epochs.set(storeEpoch, epoch);
    if (line.kind === 'release') {
      forget(epoch, line.range);
      return;
    }
    const { seq, chain } = line.entry;
    forget(epoch, { from: seq, to: seq });
    epoch.places.set(seq, place);
    place.segment.live += 1;
    if (seq >= epoch.lastSeq) Object.assign(epoch, { lastSeq: seq, head: chain });
  }
}

/** Walks whichever is shorter: the range, or what is there. */
function forget({ places }: Epoch, { from, to }: SeqRange): void {
  const seqs =
    to - from > places.size
      ? [...places.keys()].filter((seq) => seq >= from && seq <= to)
      : Array.from({ length: to - from + 1 }, (_, index) => from + index);
  for (const seq of seqs) {
    const place = places.get(seq);
    if (place === undefined) continue;
    places.delete(seq);
    place.segment.live -= 1;
  }
}
