import { expect, it } from 'vitest';
import { ok } from '../../core/kernel/index.ts';
import type { JournalEntry } from '../../core/response/index.ts';
import { aResponse } from './aResponse.ts';
import { recordResponse } from './recordResponse.ts';
import { rehearsedDevice } from './rehearsedDevice.ts';
import { rewindOutbox } from './rewindOutbox.ts';
import { settleBatch } from './settleBatch.ts';
import type { JournalPort, Sentinel } from './witnesses/witnesses.ts';

it('has a copy of what waits again, and expects it, as soon as the server was restored', async () => {
  const copied = new Map<number, JournalEntry>();
  const journal: JournalPort = {
    open: async () => ok({ epochs: [], found: 1, made: 0 }),
    check: async () => ok({ epochs: [], found: 1, made: 0 }),
    append: async (entries) => {
      for (const entry of entries) copied.set(entry.seq, entry);
      return ok(null);
    },
    release: (_epoch, { from, to }) => {
      for (let seq = from; seq <= to; seq += 1) copied.delete(seq);
    },
    read: async () => ok([]),
    probeRoom: async () => true,
    dropBallast: async () => false,
  };
  let sentinel: Sentinel | null = null;
  const storage = rehearsedDevice(undefined, {
    journal,
    sentinel: { read: () => sentinel, write: (said) => void (sentinel = said) },
  });
  for (let count = 0; count < 3; count += 1) await recordResponse(storage, aResponse());
  const verdicts = [1, 2, 3].map((seq) => ({ seq, verdict: 'stored' as const }));
  await settleBatch(storage, verdicts);
  expect([...copied.keys()]).toEqual([]);
  expect(sentinel).toMatchObject({ unsent: 0 });

  expect(await rewindOutbox(storage, 0, null, 9)).toBe(3);
  await storage.witnesses?.repaired;
  expect([...copied.keys()]).toEqual([1, 2, 3]);
  expect(sentinel).toMatchObject({ unsent: 3 });
  await storage.database.delete();
});
