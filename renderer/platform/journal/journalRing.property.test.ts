import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../core/response/index.ts';
import { JournalRing } from './journalRing.ts';
import type { SegmentFile } from './segmentFile.ts';

const SIZE = 2_000;

/** A file as a disk keeps it: what was not flushed is lost in a power cut, the last write perhaps in its middle. */
class DiskFile implements SegmentFile {
  readonly size = SIZE;
  readonly found = true;
  durable = new Uint8Array(SIZE);
  #now = new Uint8Array(SIZE);
  #since: { bytes: Uint8Array; at: number }[] = [];

  read(at: number, length: number): Uint8Array {
    return this.#now.slice(at, at + length);
  }
  write(bytes: Uint8Array, at: number): void {
    this.#now.set(bytes, at);
    this.#since.push({ bytes, at });
  }
  flush(): void {
    this.durable = this.#now.slice();
    this.#since = [];
  }
  /** `writes` of what was not flushed reached the disk all the same, and `torn` bytes of the one after. */
  cutPower(writes: number, torn: number): void {
    for (const { bytes, at } of this.#since.slice(0, writes)) this.durable.set(bytes, at);
    const half = this.#since[writes];
    if (half !== undefined) this.durable.set(half.bytes.subarray(0, torn), half.at);
    this.#now = this.durable.slice();
    this.#since = [];
  }
}

const entry = (storeEpoch: string, seq: number, filler = 20): JournalEntry => ({
  storeEpoch,
  seq,
  responseId: `r-${storeEpoch}-${seq}`,
  rev: 1,
  contentHash: 'h'.repeat(16),
  chain: `c${seq}`,
  recordedAt: seq,
  payload: JSON.stringify({ comment: 'ļ'.repeat(filler) }),
});

type Step =
  | { readonly kind: 'append'; readonly count: number; readonly filler: number }
  | { readonly kind: 'acknowledge'; readonly count: number }
  | { readonly kind: 'new epoch' }
  | { readonly kind: 'index' }
  | { readonly kind: 'check' }
  | { readonly kind: 'restart' }
  | { readonly kind: 'power cut'; readonly writes: number; readonly torn: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('append' as const),
    count: fc.integer({ min: 1, max: 6 }),
    filler: fc.nat(200),
  }),
  fc.record({ kind: fc.constant('acknowledge' as const), count: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ kind: fc.constant('new epoch' as const) }),
  fc.record({ kind: fc.constant('index' as const) }),
  fc.record({ kind: fc.constant('check' as const) }),
  fc.record({ kind: fc.constant('restart' as const) }),
  fc.record({ kind: fc.constant('power cut' as const), writes: fc.nat(3), torn: fc.nat(80) }),
);

const placeOf = (bytes: Uint8Array, wanted: readonly number[]): number =>
  bytes.findIndex((_, at) => wanted.every((byte, index) => bytes[at + index] === byte));
const unreadable = (ring: JournalRing) => ring.summary().epochs.flatMap((epoch) => epoch.unreadable);

/** What the journal holds, as "epoch:seq", read back line by line. */
function held(ring: JournalRing): JournalEntry[] {
  return ring.summary().epochs.flatMap(({ storeEpoch, unreleased }) => ring.read(storeEpoch, unreleased));
}

class Rehearsed {
  readonly files = Array.from({ length: 4 }, () => new DiskFile());
  ring = new JournalRing(this.files);
  readonly waiting = new Map<string, JournalEntry>();
  #epoch = 1;
  #seq = 0;

  do(what: Step): void {
    switch (what.kind) {
      case 'append': {
        const epoch = `e${this.#epoch}`;
        const entries = Array.from({ length: what.count }, (_, index) =>
          entry(epoch, this.#seq + 1 + index, what.filler),
        );
        try {
          this.ring.append(entries);
        } catch {
          // Full: what was not called durable was not promised.
          this.ring = new JournalRing(this.files);
          return;
        }
        this.#seq += what.count;
        for (const made of entries) this.waiting.set(made.responseId, made);
        return;
      }
      case 'acknowledge':
        for (const { storeEpoch, seq, responseId } of [...this.waiting.values()].slice(0, what.count)) {
          this.ring.release(storeEpoch, { from: seq, to: seq });
          this.waiting.delete(responseId);
        }
        return;
      case 'new epoch':
        this.#epoch += 1;
        return;
      case 'index':
        this.ring.writeIndex();
        return;
      case 'check':
        this.ring.check();
        return;
      case 'power cut':
        for (const file of this.files) file.cutPower(what.writes, what.torn);
        this.ring = new JournalRing(this.files);
        return;
      case 'restart':
        this.ring = new JournalRing(this.files);
    }
  }
}

describe('the journal', () => {
  it('holds everything that it called durable and that is not acknowledged, word for word, whatever happens', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 60 }), (steps) => {
        const rehearsed = new Rehearsed();
        for (const what of steps) {
          rehearsed.do(what);
          const found = new Map(held(rehearsed.ring).map((made) => [made.responseId, made]));
          for (const [responseId, made] of rehearsed.waiting) expect(found.get(responseId)).toEqual(made);
          expect(rehearsed.ring.summary().epochs.flatMap(({ unreadable }) => unreadable)).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('reuses what is acknowledged in place, for ever, and knows the end of the sequence all the while', () => {
    const files = [new DiskFile(), new DiskFile(), new DiskFile()];
    let ring = new JournalRing(files);
    for (let seq = 1; seq <= 500; seq += 1) {
      ring.append([entry('e', seq)]);
      ring.release('e', { from: 1, to: seq });
      if (seq % 7 === 0) {
        for (const file of files) file.cutPower(0, 0);
        ring = new JournalRing(files);
        expect(ring.summary().epochs).toMatchObject([{ lastSeq: seq, head: `c${seq}` }]);
      }
    }
  });

  it('says so when there is no room, and takes more when there is again', () => {
    const ring = new JournalRing([new DiskFile()]);
    const fill = () => {
      for (let seq = 1; seq <= 100; seq += 1) ring.append([entry('e', seq)]);
    };
    expect(fill).toThrow('no free segment');
    expect(ring.spare).toBe(0);
    const before = held(ring).length;
    ring.add(new DiskFile());
    expect(ring.spare).toBe(1);
    ring.append([entry('e', 101)]);
    expect(held(ring)).toHaveLength(before + 1);
  });

  it('never begins the segment again that was written last, as a torn line there would take the end with it', () => {
    const ring = new JournalRing([new DiskFile(), new DiskFile()]);
    ring.append([entry('e', 1)]);
    for (let seq = 2; ring.spare > 0; seq += 1) ring.append([entry('e', seq, 200)]);
    ring.release('e', { from: 2, to: 100 });
    expect(ring.spare).toBe(0);
    expect(() => {
      for (let seq = 101; seq < 120; seq += 1) {
        ring.append([entry('e', seq, 200)]);
        ring.release('e', { from: seq, to: seq });
      }
    }).toThrow('no free segment');
  });

  it('reads on behind a damaged line', () => {
    const file = new DiskFile();
    const ring = new JournalRing([file]);
    for (let seq = 1; seq <= 5; seq += 1) ring.append([entry('e', seq)]);
    file.durable.fill(255, 300, 310);
    file.cutPower(0, 0);
    const again = new JournalRing([file]);
    expect(held(again).map(({ seq }) => seq)).toEqual([1, 3, 4, 5]);
    expect(unreadable(again)).toEqual([{ from: 2, to: 2 }]);
    again.append([entry('e', 6)]);
    expect(held(new JournalRing([file])).map(({ seq }) => seq)).toEqual([1, 3, 4, 5, 6]);
  });

  it('knows what stood where nothing can be read: the feed between two lines, the end of a segment, a whole segment', () => {
    const written = () => {
      const files = Array.from({ length: 4 }, () => new DiskFile());
      const ring = new JournalRing(files);
      for (let seq = 1; seq <= 24; seq += 1) ring.append([entry('e', seq)]);
      return files;
    };
    const damaged = (which: number, from: number, to: number) => {
      const files = written();
      const file = files[which];
      file?.durable.fill(255, from, to);
      file?.cutPower(0, 0);
      const ring = new JournalRing(files);
      const seqs = new Set(held(ring).map(({ seq }) => seq));
      const lacking = Array.from({ length: 24 }, (_, index) => index + 1).filter((seq) => !seqs.has(seq));
      expect(unreadable(ring).flatMap(({ from: first, to: last }) => [first, last])).toEqual([
        lacking[0],
        lacking.at(-1),
      ]);
      return lacking.length;
    };
    const first = written()[0]?.durable ?? new Uint8Array();
    const feed = first.indexOf(10, first.indexOf(10) + 1);
    const end = first.lastIndexOf(10);
    expect(damaged(0, feed, feed + 1)).toBe(2);
    expect(damaged(0, end - 100, end)).toBe(1);
    expect(damaged(1, 0, SIZE)).toBeGreaterThan(4);
  });

  it('misses nothing that was let go: segments that were begun again, releases that can’t be read', () => {
    const files = Array.from({ length: 4 }, () => new DiskFile());
    let ring = new JournalRing(files);
    for (let seq = 1; seq <= 60; seq += 1) {
      ring.append([entry('e', seq)]);
      // The third stays, and keeps its segment.
      ring.release('e', { from: seq, to: seq === 3 ? 2 : seq });
      ring = new JournalRing(files);
      expect(unreadable(ring)).toEqual([]);
    }
    for (const file of files) file.flush();
    const release = [...new TextEncoder().encode('"from":59,"to":59')];
    const found = files.map(({ durable }) => placeOf(durable, release));
    expect(found.filter((at) => at !== -1)).toHaveLength(1);
    for (const [which, file] of files.entries()) {
      const at = found[which] ?? -1;
      if (at !== -1) file.durable.fill(255, at, at + 4);
      file.cutPower(0, 0);
    }
    expect(unreadable(new JournalRing(files))).toEqual([]);
  });

  describe('with indexes', () => {
    /** Full segments have their index, of which a new start reads them. */
    function indexed(seqs: number) {
      const files = Array.from({ length: 6 }, () => new DiskFile());
      const ring = new JournalRing(files);
      for (let seq = 1; seq <= seqs; seq += 1) ring.append([entry('e', seq)]);
      while (ring.writeIndex());
      for (const file of files) file.flush();
      return { files, ring };
    }
    const isFull = ({ durable }: DiskFile) => durable.includes(0x23, SIZE - 250);

    it('a start reads no line of a full segment, and says the same', () => {
      const { files, ring } = indexed(30);
      const read: number[] = [];
      const watched = files.filter(isFull).map((file) => ({
        size: file.size,
        found: true,
        read: (at: number, length: number) => {
          read.push(length);
          return file.read(at, length);
        },
        write: () => expect.unreachable(),
        flush: () => expect.unreachable(),
      }));
      expect(watched.length).toBeGreaterThan(2);
      const others = files.filter((file) => !isFull(file));
      const again = new JournalRing([...watched, ...others]);
      expect(again.summary()).toEqual(ring.summary());
      expect(Math.max(...read)).toBeLessThan(SIZE / 4);
      expect(again.read('e', [{ from: 2, to: 2 }])).toEqual([entry('e', 2)]);
      expect(read.filter((length) => length === SIZE)).toHaveLength(1);
    });

    it('a line that was damaged since is no longer held once the lines are read', () => {
      const { files } = indexed(20);
      const first = files.find(isFull);
      first?.durable.fill(255, 300, 310);
      first?.cutPower(0, 0);
      const ring = new JournalRing(files);
      expect(ring.summary().epochs[0]?.unreleased).toEqual([{ from: 1, to: 20 }]);
      while (ring.check());
      expect(ring.summary().epochs[0]?.unreleased).toEqual([
        { from: 1, to: 1 },
        { from: 3, to: 20 },
      ]);
      expect(unreadable(ring)).toEqual([{ from: 2, to: 2 }]);
      while (ring.writeIndex());
      expect(held(new JournalRing(files))).toEqual(held(ring));
    });

    it('an index of a former use is not believed', () => {
      const { files, ring } = indexed(20);
      ring.release('e', { from: 1, to: 20 });
      for (let seq = 21; seq <= 36; seq += 1) ring.append([entry('e', seq)]);
      const again = new JournalRing(files);
      expect(again.summary()).toEqual(ring.summary());
      expect(held(again).map(({ seq }) => seq)).toEqual(Array.from({ length: 16 }, (_, index) => 21 + index));
    });
  });

  it('says for which server an epoch was collected, also where only indexes are read; lines of former versions name none', () => {
    const files = Array.from({ length: 4 }, () => new DiskFile());
    const ring = new JournalRing(files);
    ring.append([entry('former version', 1)]);
    ring.append([1, 2, 3, 4, 5, 6].map((seq) => ({ ...entry('a', seq, 150), serverId: 'server' })));
    while (ring.writeIndex());
    const said = new JournalRing(files).summary().epochs;
    expect(said.map(({ storeEpoch, serverId }) => [storeEpoch, serverId])).toEqual([
      ['former version', undefined],
      ['a', 'server'],
    ]);
    expect(new JournalRing(files).read('a', [{ from: 1, to: 1 }])).toMatchObject([{ serverId: 'server' }]);
  });
});
