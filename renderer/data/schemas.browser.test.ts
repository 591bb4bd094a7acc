import { describe, expect, it } from 'vitest';
import { aResponse } from './aResponse.ts';
import schema1 from './fixtures/schema1.json' with { type: 'json' };
import { readBatch } from './readBatch.ts';
import { readDeviceStatus } from './readDeviceStatus.ts';
import { recordResponse } from './recordResponse.ts';
import { rehearsedDevice } from './rehearsedDevice.ts';

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

const RELEASED: readonly (readonly [name: string, fixture: Fixture])[] = [['1', schema1]];

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

  it('goes on: what waits can be read, and the sequence continues', async () => {
    const name = `earshot-fixture-${crypto.randomUUID()}`;
    (await lay(name, fixture)).close();
    const storage = rehearsedDevice(name);
    const { lastSeq, storeEpoch, waiting } = await readDeviceStatus(storage);
    const batch = await readBatch(storage, 500);
    expect(batch?.storeEpoch).toBe(storeEpoch);
    expect(batch?.items).toHaveLength(waiting);
    expect(waiting).toBe(rowsOf('outbox')?.length);
    expect(await recordResponse(storage, aResponse())).toMatchObject({ ok: true, value: { seq: lastSeq + 1 } });
  });
});
