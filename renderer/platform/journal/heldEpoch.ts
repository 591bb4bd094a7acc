import type { SeqRange } from '../../../core/response/index.ts';
import type { SegmentFile } from './segmentFile.ts';
import type { SegmentIndex } from './segmentIndex.ts';

export interface Segment {
  readonly file: SegmentFile;
  use: number;
  end: number;
  /** Responses in it that are not known to be acknowledged. */
  live: number;
  /** What its index says, until its lines are read. */
  unread: SegmentIndex | null;
  /** Has an index, or no room for one. */
  indexed: boolean;
}

/** Where a line stands; of a segment whose lines are not read yet: somewhere in it. */
export interface Place {
  readonly segment: Segment;
  readonly at: number | null;
  readonly length: number;
}

/** What the journal holds of one store epoch, and what it held but can't read any more. */
export class HeldEpoch {
  lastSeq = 0;
  head = '';
  serverId: string | undefined;
  readonly places = new Map<number, Place>();
  readonly unreadable = new Set<number>();

  write({ seq, chain }: { readonly seq: number; readonly chain: string }, place: Place): void {
    this.#forgetOne(seq);
    this.places.set(seq, place);
    place.segment.live += 1;
    if (seq >= this.lastSeq) Object.assign(this, { lastSeq: seq, head: chain });
  }

  /** Walks whichever is shorter: the range, or what is there. */
  forget({ from, to }: SeqRange): void {
    const isIn = (seq: number): boolean => seq >= from && seq <= to;
    const seqs =
      to - from > this.places.size
        ? [...this.places.keys()].filter(isIn)
        : Array.from({ length: to - from + 1 }, (_, index) => from + index);
    for (const seq of seqs) this.#forgetOne(seq);
    for (const seq of this.unreadable) if (isIn(seq)) this.unreadable.delete(seq);
  }

  #forgetOne(seq: number): void {
    this.unreadable.delete(seq);
    const place = this.places.get(seq);
    if (place === undefined) return;
    this.places.delete(seq);
    place.segment.live -= 1;
  }

  /**
   * Before the line of `seq` some could not be read. Numbers are written in their order, so those missing since the last one were among
   * them; where there is no last one, there were at least so many as there are lines.
   */
  missBefore(seq: number, lines: number): void {
    const from = this.lastSeq === 0 ? Math.max(1, seq - lines) : this.lastSeq + 1;
    for (let missed = from; missed < seq; missed += 1) this.unreadable.add(missed);
  }

  /** Its line was there when its segment was indexed, and can't be read any more. */
  lose(seq: number): void {
    this.#forgetOne(seq);
    this.unreadable.add(seq);
  }
}
