import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { PushItem } from '../../core/protocol/index.ts';

/**
 * The floor: the same rows as the inbox has, in a table with the same key, the same pragmas and one transaction per batch, by
 * better-sqlite3 alone. Nothing is checked, unpacked, understood or counted.
 */
export function openRawInbox(folder: string) {
  const database = new Database(join(folder, 'raw.sqlite'));
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    'trusted_schema = OFF',
  ])
    database.pragma(pragma);
  database.exec(`create table inbox (
    arrival integer primary key, tenant_id text not null, response_id text not null, rev bigint not null,
    content_hash text not null, payload blob not null, conflict integer not null, device_id text not null,
    device_touchpoint_id text not null, store_epoch text not null, seq bigint not null, chain text not null,
    batch_id text not null, clock_offset bigint not null, received_at bigint not null,
    unique (tenant_id, response_id, rev, content_hash))`);
  const insert = database.prepare(
    `insert into inbox (tenant_id, response_id, rev, content_hash, payload, conflict, device_id, device_touchpoint_id,
      store_epoch, seq, chain, batch_id, clock_offset, received_at) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
  );
  const insertAll = database.transaction((rows: readonly (readonly unknown[])[]) => {
    for (const row of rows) insert.run(...row);
  });
  return {
    insertBatch: (rows: readonly (readonly unknown[])[]) => {
      insertAll.immediate(rows);
    },
    close: () => {
      database.close();
    },
  };
}

export const rawRows = (items: readonly PushItem[], deviceId: string, storeEpoch: string) =>
  items.map((item) => [
    'main',
    item.responseId,
    item.rev,
    item.contentHash,
    Buffer.from(item.payload, 'utf8'),
    0,
    deviceId,
    'sample',
    storeEpoch,
    item.seq,
    item.chain,
    'batch',
    0,
    Date.now(),
  ]);
