import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { PushItem } from '../../core/protocol/index.ts';

type Rows = readonly (readonly unknown[])[];

export interface RawInserts {
  insertBatch(rows: Rows): void;
  close(): void;
}

function openRaw(folder: string, name: string, schema: string) {
  const database = new Database(join(folder, `${name}.sqlite`));
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    'trusted_schema = OFF',
  ])
    database.pragma(pragma);
  database.exec(schema);
  return database;
}

const INBOX = `create table inbox (
  arrival integer primary key, tenant_id text not null, response_id text not null, rev bigint not null,
  content_hash text not null, payload blob not null, conflict integer not null, device_id text not null,
  device_touchpoint_id text not null, store_epoch text not null, seq bigint not null, chain text not null,
  batch_id text not null, clock_offset bigint not null, received_at bigint not null,
  unique (tenant_id, response_id, rev, content_hash))`;

const INSERT = `insert into inbox (tenant_id, response_id, rev, content_hash, payload, conflict, device_id, device_touchpoint_id,
  store_epoch, seq, chain, batch_id, clock_offset, received_at) values (?,?,?,?,?,?,?,?,?,?,?,?,?,?)`;

/**
 * The floor: the same rows as the inbox has, in a table with the same key, the same pragmas and one transaction per batch, by
 * better-sqlite3 alone. Nothing is checked, unpacked, understood or counted.
 */
export function openRawInbox(folder: string): RawInserts {
  const database = openRaw(folder, 'raw', INBOX);
  const insert = database.prepare(INSERT);
  const insertAll = database.transaction((rows: Rows) => {
    for (const row of rows) insert.run(...row);
  });
  return {
    insertBatch: (rows) => {
      insertAll.immediate(rows);
    },
    close: () => {
      database.close();
    },
  };
}

const ANSWER = `create table answer (
  tenant_id text not null, response_id text not null, rev bigint not null, question text not null, value text not null,
  primary key (tenant_id, response_id, rev, question)) without rowid`;

/** The same in the classical layout, in which every answer is a row of its own. Reading them out of the payload is not timed. */
export function openRawAnswers(folder: string): RawInserts {
  const database = openRaw(folder, 'rawAnswers', `${INBOX};${ANSWER}`);
  const insert = database.prepare(INSERT);
  const insertAnswer = database.prepare('insert into answer values (?,?,?,?,?)');
  const insertAll = database.transaction((rows: Rows, answers: Rows) => {
    for (const row of rows) insert.run(...row);
    for (const row of answers) insertAnswer.run(...row);
  });
  return {
    insertBatch: (rows) => {
      insertAll.immediate(rows, rows.flatMap(answerRows));
    },
    close: () => {
      database.close();
    },
  };
}

function answerRows([tenantId, responseId, rev, , payload]: readonly unknown[]): Rows {
  const { answers } = JSON.parse((payload as Buffer).toString('utf8')) as {
    answers: Record<string, unknown>;
  };
  return Object.entries(answers).map(([question, value]) => [
    tenantId,
    responseId,
    rev,
    question,
    String(value),
  ]);
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
