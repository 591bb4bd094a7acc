import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../core/response/index.ts';
import { JournalRing } from './journalRing.ts';
import type { SegmentFile } from './segmentFile.ts';

const SIZE = 4_000;

class BytesFile implements SegmentFile {
  readonly size = SIZE;
  readonly found = true;
  readonly cut: boolean;
  readonly bytes = new Uint8Array(SIZE);
  constructor(cut = false) {
    this.cut = cut;
  }
  read(at: number, length: number): Uint8Array {
    return this.bytes.slice(at, at + length);
  }
  write(bytes: Uint8Array, at: number): void {
    this.bytes.set(bytes, at);
  }
  flush(): void {
    // In memory.
  }
  /** A byte of the line of this number goes bad. */
  spoil(seq: number): void {
    const at = new TextDecoder('latin1').decode(this.bytes).indexOf(`"responseId":"r-${String(seq)}"`);
    expect(at).toBeGreaterThan(0);
    this.bytes[at + 2] = 0;
  }
}

const entry = (seq: number, comment = 'x'.repeat(100)): JournalEntry => ({
  storeEpoch: 'e',
  seq,
  responseId: `r-${String(seq)}`,
  rev: 1,
  contentHash: 'h'.repeat(16),
  chain: `c${String(seq)}`,
  recordedAt: seq,
  payload: JSON.stringify({ comment }),
});

function written(seqs: readonly number[]): { file: BytesFile; ring: JournalRing } {
  const file = new BytesFile();
  const ring = new JournalRing([file]);
  ring.append(seqs.map((seq) => entry(seq)));
  return { file, ring };
}

const spoiltIn = (...files: readonly SegmentFile[]) => new JournalRing(files).summary().spoilt;

describe('the end of the journal', () => {
  it('is vouched for where nothing stands behind the last sound line', () => {
    const { file, ring } = written([1, 2, 3]);
    ring.release('e', { from: 1, to: 1 });
    expect(spoiltIn(file, new BytesFile())).toBeUndefined();
    expect(spoiltIn(new BytesFile())).toBeUndefined();
  });

  it('counts the lines behind the last sound one, and all of them where none is sound', () => {
    const { file } = written([1, 2, 3]);
    file.spoil(3);
    expect(spoiltIn(file)).toBe(1);
    file.spoil(2);
    expect(spoiltIn(file)).toBe(2);
    file.spoil(1);
    expect(spoiltIn(file)).toBe(3);
  });

  it('counts those before a release, but not what it let go', () => {
    const { file, ring } = written([1, 2, 3]);
    ring.release('e', { from: 1, to: 1 });
    file.spoil(3);
    expect(spoiltIn(file)).toBe(1);
    ring.release('e', { from: 3, to: 3 });
    expect(spoiltIn(file)).toBeUndefined();
  });

  it('is in doubt where the end of the last line is gone', () => {
    const { file } = written([1, 2]);
    const end = file.bytes.lastIndexOf(10);
    file.bytes.fill(0xa5, end - 8, end + 1);
    expect(spoiltIn(file)).toBe(0);
  });

  it('takes what a former use left behind for no damage, and sees a damage before it', () => {
    const files = [new BytesFile(), new BytesFile()];
    const ring = new JournalRing(files);
    const inFirst = () => new TextDecoder('latin1').decode(files[0]?.bytes);
    for (let seq = 1; seq <= 40; seq += 1) {
      ring.append([entry(seq, 'y'.repeat(60 + (seq % 7) * 9))]);
      ring.release('e', { from: 1, to: seq - 1 });
      expect(spoiltIn(...files), `after ${String(seq)}`).toBeUndefined();
    }
    const again = [41, 42].map((seq) => entry(seq));
    ring.append(again);
    const last = files.find((file) => new TextDecoder('latin1').decode(file.bytes).includes('"r-42"'));
    expect(inFirst()).toMatch(/"use":[2-9]/);
    last?.spoil(42);
    expect(spoiltIn(...files)).toBe(1);
  });

  it('misses a line between others where an earlier one was copied once more behind it', () => {
    const { file } = written([1, 2, 3, 2, 4]);
    file.spoil(3);
    expect(new JournalRing([file]).summary()).toMatchObject({
      epochs: [{ unreadable: [{ from: 3, to: 3 }] }],
    });
    expect(spoiltIn(file)).toBeUndefined();
  });

  it('says that a file was cut', () => {
    expect(new JournalRing([new BytesFile(true)]).summary().cut).toBe(true);
    expect(new JournalRing([new BytesFile()]).summary().cut).toBeUndefined();
  });
});
