import { describe, expect, it } from 'vitest';
import { rehearsedFile, readWhole } from './rehearsal/rehearsedFile.ts';

describe('a sync file that was cut', () => {
  it('L1 L5 L6 whole, it gives every item as it was', async () => {
    const { bytes, items, ports } = await rehearsedFile(1_203);
    const read = await readWhole(bytes, ports);
    expect(read.last).toEqual({ kind: 'end' });
    expect(read.items).toEqual(items);
  });

  it('L6 a small one, cut at every byte, gives nothing that is not in it, says so, and never breaks', async () => {
    const { bytes, items, ports } = await rehearsedFile(2, 1);
    for (let end = 0; end < bytes.length; end += 1) {
      const read = await readWhole(bytes.subarray(0, end), ports);
      expect(read.last).toMatchObject({ kind: 'stopped', stop: { trouble: 'cut' } });
      expect(read.items).toEqual(items.slice(0, read.items.length));
    }
  });

  it('L6 a large one gives more, the later it is cut: all that age lets out, to the last whole line', async () => {
    const { bytes, items, ports } = await rehearsedFile(3_000, 500, 400);
    const given: number[] = [];
    for (let end = 70_000; end < bytes.length; end += 997 * 67) {
      const read = await readWhole(bytes.subarray(0, end), ports, 10_007);
      expect(read.last).toMatchObject({ kind: 'stopped', stop: { trouble: 'cut' } });
      expect(read.items).toEqual(items.slice(0, read.items.length));
      given.push(read.items.length);
    }
    expect(given).toEqual([...given].sort((one, other) => one - other));
    expect(given.at(-1)).toBeGreaterThan(given[0] ?? 0);
  });
});
