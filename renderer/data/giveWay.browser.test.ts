import { describe, expect, it } from 'vitest';
import { aResponse } from './aResponse.ts';
import { giveWayToUpgrade } from './giveWay.ts';
import { recordResponse } from './recordResponse.ts';
import { rehearsedDevice } from './rehearsedDevice.ts';

/** What a page of the next version does when it opens the same database. */
function upgrade(name: string) {
  const opening = indexedDB.open(name, 1_000);
  const blocked = new Promise<void>((resolve) => opening.addEventListener('blocked', () => resolve()));
  const opened = new Promise<IDBDatabase>((resolve) =>
    opening.addEventListener('success', () => resolve(opening.result)),
  );
  return { blocked, opened };
}

describe('a page of a newer version that wants to upgrade the database', () => {
  it('waits while somebody answers here; then this page closes and begins anew', async () => {
    const storage = rehearsedDevice();
    let answering = true;
    const closed = new Promise<void>((resolve) => {
      giveWayToUpgrade(storage, { mayClose: () => !answering, closed: resolve });
    });
    await recordResponse(storage, aResponse());
    const { blocked, opened } = upgrade(storage.database.name);
    await blocked;
    expect(await recordResponse(storage, aResponse())).toMatchObject({ ok: true, value: { seq: 2 } });
    answering = false;
    await closed;
    const upgraded = await opened;
    expect(upgraded.version).toBe(1_000);
    const rows = upgraded.transaction('outbox').objectStore('outbox').count();
    await new Promise((resolve) => rows.addEventListener('success', resolve));
    expect(rows.result).toBe(2);
    upgraded.close();
  });
});
