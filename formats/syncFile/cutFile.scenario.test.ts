import { describe, expect, it } from 'vitest';
import { attachmentOf, rehearsedFile, readWhole } from './rehearsal/rehearsedFile.ts';

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

describe('L11 a sync file with attachments', () => {
  const hashes = (attachments: readonly { readonly sha256: string }[]): string[] =>
    attachments.map(({ sha256 }) => sha256);

  it('gives them as they were, behind the responses', async () => {
    const attachments = [1, 700, 512, 300_000, 64 * 1024].map((bytes, at) => attachmentOf(at, bytes));
    const { bytes, items, ports } = await rehearsedFile(7, 3, 40, attachments);
    const read = await readWhole(bytes, ports);
    expect(read).toEqual({ items, attachments: hashes(attachments), last: { kind: 'end' } });
  });

  it('L6 a small one, cut at every byte, gives nothing that is not in it and never breaks', async () => {
    const attachments = [attachmentOf(1, 3), attachmentOf(2, 600), attachmentOf(3, 80)];
    const { bytes, items, ports } = await rehearsedFile(2, 1, 40, attachments);
    for (let end = 0; end < bytes.length; end += 1) {
      const read = await readWhole(bytes.subarray(0, end), ports);
      expect(read.last).toMatchObject({ kind: 'stopped', stop: { trouble: 'cut' } });
      expect(read.items).toEqual(items.slice(0, read.items.length));
      expect(read.attachments).toEqual(hashes(attachments).slice(0, read.attachments.length));
    }
  });

  it('L6 a large one gives all responses wherever the cut goes through its attachments, and those before it', async () => {
    const attachments = Array.from({ length: 9 }, (_, at) => attachmentOf(at, 300_000 + at));
    const { bytes, items, ports } = await rehearsedFile(400, 100, 400, attachments);
    const given: number[] = [];
    for (let end = 200_000; end < bytes.length; end += 997 * 67) {
      const read = await readWhole(bytes.subarray(0, end), ports, 10_007);
      expect(read.last).toMatchObject({ kind: 'stopped', stop: { trouble: 'cut' } });
      expect(read.items).toEqual(items);
      expect(read.attachments).toEqual(hashes(attachments).slice(0, read.attachments.length));
      given.push(read.attachments.length);
    }
    expect(given).toEqual([...given].sort((one, other) => one - other));
    expect(given[0]).toBe(0);
    expect(given.at(-1)).toBeGreaterThan(4);
  });
});
