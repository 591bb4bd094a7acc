import type { Cell } from '../compile/place.ts';
import type { Frame } from './interviewNode.ts';

/** Cells that wait to be evaluated again, lowest rank first; a cell waits once for each frame at most. */
export class Agenda {
  /** By rank; made when a rank waits for the first time. */
  private readonly frames: (Frame[] | undefined)[];
  private readonly heap: number[] = [];

  constructor(cellCount: number) {
    this.frames = new Array<undefined>(cellCount).fill(undefined);
  }

  add(cell: Cell, frame: Frame): void {
    if (frame.waiting[cell.local] === 1) return;
    frame.waiting[cell.local] = 1;
    const frames = this.frames[cell.rank];
    if (frames === undefined) {
      this.frames[cell.rank] = [frame];
      this.push(cell.rank);
      return;
    }
    if (frames.length === 0) this.push(cell.rank);
    frames.push(frame);
  }

  /** Takes the lowest rank that waits off the agenda; -1 when none does. */
  take(): number {
    const [rank = -1] = this.heap;
    if (rank >= 0) this.pop();
    return rank;
  }

  /** The frames of a rank that was taken. Those added meanwhile join them at the end; `done` forgets them all. */
  at(rank: number): readonly Frame[] {
    return this.frames[rank] ?? [];
  }

  done(rank: number): void {
    const frames = this.frames[rank];
    if (frames !== undefined) frames.length = 0;
  }

  private push(rank: number): void {
    const heap = this.heap;
    let at = heap.length;
    heap.push(rank);
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = heap[above] ?? 0;
      if (other <= rank) break;
      heap[at] = other;
      at = above;
    }
    heap[at] = rank;
  }

  private pop(): void {
    const heap = this.heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && (heap[below + 1] ?? 0) < (heap[below] ?? 0)) below += 1;
      const other = heap[below] ?? 0;
      if (other >= last) break;
      heap[at] = other;
      at = below;
    }
    heap[at] = last;
  }
}
