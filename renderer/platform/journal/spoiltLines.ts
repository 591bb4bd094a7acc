import type { HeldEpoch } from './heldEpoch.ts';

interface Count {
  /** That can't be read, and stood between others. */
  readonly lines: number;
  /** Places where there may have been more. */
  readonly doubts: number;
}

/** Lines that can't be read, met on the way through the segments in the order in which they were written. */
export class SpoiltLines {
  #met: Count = { lines: 0, doubts: 0 };
  #last = { use: 0, spoiltEnd: false };
  /** As the epoch's line before was met. */
  readonly #before = new Map<HeldEpoch, Count>();
  readonly #wholeSegments: boolean;

  /** `wholeSegments`: of some segments nothing can be read, so that it is not known where they stood. */
  constructor(wholeSegments: boolean) {
    this.#wholeSegments = wholeSegments;
  }

  /** `spoiltEnd`: something stands behind its last sound line, damaged or of a former use. */
  beginSegment(use: number, spoiltEnd: boolean): void {
    const isNext = use === this.#last.use + 1;
    // What stood between two that do not follow each other was let go, or there would be no other in its place.
    if (isNext ? this.#last.spoiltEnd : this.#wholeSegments) {
      this.#met = { ...this.#met, doubts: this.#met.doubts + 1 };
    }
    this.#last = { use, spoiltEnd };
  }

  add(lines: number): void {
    this.#met = { ...this.#met, lines: this.#met.lines + lines };
  }

  /** A sound line of the epoch follows. */
  tell(epoch: HeldEpoch, seq: number): void {
    // Copied once more, it says nothing of what stands between the last one and the next.
    if (seq <= epoch.lastSeq) return;
    const before = this.#before.get(epoch) ?? { lines: 0, doubts: 0 };
    this.#before.set(epoch, this.#met);
    const lines = this.#met.lines - before.lines;
    if (lines > 0 || this.#met.doubts > before.doubts) epoch.missBefore(seq, lines);
  }
}
