import { describe, expect, it } from 'vitest';
import { hashText } from '../../core/response/index.ts';
import { aResponse } from './aResponse.ts';
import schema1 from './fixtures/schema1.json' with { type: 'json' };
import schema2 from './fixtures/schema2.json' with { type: 'json' };
import schema3 from './fixtures/schema3.json' with { type: 'json' };
import { readBatch } from './readBatch.ts';
import { compactOutbox } from './outbox/compactOutbox.ts';
import { waitingNumbers } from './outbox/waiting.ts';
import { readDeviceStatus } from './readDeviceStatus.ts';
import { recordResponse } from './recordResponse.ts';
import { rehearsedDevice } from './rehearsedDevice.ts';
import { settleBatch } from './settleBatch.ts';

/** A database as a released version of the app left it on some device: dumped from that version, never written by hand. */
interface Fixture {
  readonly version: number;
  readonly stores: readonly {
    readonly name: string;
    readonly keyPath: string;
    readonly autoIncrement: boolean;
    readonly indexes: readonly {
      readonly name: string;
      readonly keyPath: string | string[];
      readonly unique: boolean;
      readonly multiEntry: boolean;
    }[];
    readonly rows: readonly unknown[];
  }[];
}

/** Bytes, which JSON has no word for. */
interface Bytes {
  readonly $base64: string;
}
const isBytes = (value: unknown): value is Bytes =>
  typeof value === 'object' && value !== null && '$base64' in value;
const revive = (row: unknown): unknown =>
  Object.fromEntries(
    Object.entries(row as object).map(([member, value]) => [
      member,
      isBytes(value) ? Uint8Array.from(atob(value.$base64), (char) => char.charCodeAt(0)).buffer : (value as unknown),
    ]),
  );
const whole = (fixture: { readonly stores: readonly object[] }): Fixture => {
  const { version, stores } = fixture as Fixture;
  return { version, stores: stores.map((store) => ({ ...store, rows: store.rows.map(revive) })) };
};

const RELEASED: readonly (readonly [name: string, fixture: Fixture])[] = [
  ['1', whole(schema1)],
  ['2', whole(schema2)],
  ['3', whole(schema3)],
];

/** What a later version may add. */
const NEW_STORE = { name: 'later', keyPath: 'key', autoIncrement: false, indexes: [], rows: [{ key: 'kept' }] };

/** Without Dexie, as the older code did it. */
function lay(name: string, { version, stores }: Fixture): Promise<IDBDatabase> {
  const opening = indexedDB.open(name, version);
  opening.onupgradeneeded = () => {
    for (const { name: store, keyPath, autoIncrement, indexes, rows } of stores) {
      const made = opening.result.createObjectStore(store, { keyPath, autoIncrement });
      for (const index of indexes) made.createIndex(index.name, index.keyPath, index);
      for (const row of rows) made.put(row);
    }
  };
  return new Promise((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error('the fixture can not be laid'));
  });
}

describe.each(RELEASED)('a database of schema %s', (_schema, fixture) => {
  const rowsOf = (store: string) => fixture.stores.find(({ name }) => name === store)?.rows;

  it('opens with every row as it was, the outbox first of all', async () => {
    const name = `earshot-fixture-${crypto.randomUUID()}`;
    (await lay(name, fixture)).close();
    const { database } = rehearsedDevice(name);
    for (const { name: store, rows } of fixture.stores) {
      expect(await database.table(store).toArray(), store).toEqual(rows);
    }
  });

  it('upgrades without touching what waits: everything is sent, in its order, rows and segments alike', async () => {
    const name = `earshot-fixture-${crypto.randomUUID()}`;
    (await lay(name, fixture)).close();
    const storage = rehearsedDevice(name);
    const expected = (await waitingNumbers(storage.database)).flatMap(({ from, to }) =>
      Array.from({ length: to - from + 1 }, (_, index) => from + index),
    );
    storage.clock.wall += 3_600_000;
    while (await compactOutbox(storage, { size: 2, youngerThan: 60_000 }));
    const sent: number[] = [];
    for (let batch = await readBatch(storage, 2); batch !== null; batch = await readBatch(storage, 2)) {
      const seqs = batch.items.map(({ seq }) => seq);
      for (const { payload, contentHash } of batch.items) expect(hashText(payload)).toBe(contentHash);
      sent.push(...seqs);
      await settleBatch(
        storage,
        seqs.map((seq) => ({ seq, verdict: 'stored' as const })),
      );
    }
    expect(expected.length).toBeGreaterThan(0);
    expect(sent).toEqual(expected);
  });

  it('goes on: what waits can be read, and the sequence continues', async () => {
    const name = `earshot-fixture-${crypto.randomUUID()}`;
    (await lay(name, fixture)).close();
    const storage = rehearsedDevice(name);
    const { lastSeq, storeEpoch, waiting } = await readDeviceStatus(storage);
    const batch = await readBatch(storage, 500);
    expect(batch?.storeEpoch).toBe(storeEpoch);
    expect(batch?.items.length).toBeGreaterThan(0);
    const runs = (rowsOf('waitingRuns') ?? []) as readonly { from: number; to: number }[];
    expect(waiting).toBe(runs.reduce((sum, { from, to }) => sum + to - from + 1, rowsOf('outbox')?.length ?? 0));
    expect(await recordResponse(storage, aResponse())).toMatchObject({ ok: true, value: { seq: lastSeq + 1 } });
  });
});

it('a database of a newer app than this one: an app that was put back reads it, and goes on without a loss', async () => {
  const name = `earshot-newer-${crypto.randomUUID()}`;
  const before = rehearsedDevice(name);
  expect(await recordResponse(before, aResponse())).toMatchObject({ ok: true, value: { seq: 1 } });
  const rows = await before.database.responses.toArray();
  const version = before.database.backendDB().version;
  before.database.close();
  (await lay(name, { version: version + 10, stores: [NEW_STORE] })).close();
  const storage = rehearsedDevice(name);
  expect(await storage.database.responses.toArray()).toEqual(rows);
  expect(await recordResponse(storage, aResponse())).toMatchObject({ ok: true, value: { seq: 2 } });
  expect((await readBatch(storage, 9))?.items.map(({ seq }) => seq)).toEqual([1, 2]);
  storage.database.close();
  const newer = await lay(name, { version: version + 10, stores: [] });
  expect([...newer.objectStoreNames]).toContain(NEW_STORE.name);
  newer.close();
});
