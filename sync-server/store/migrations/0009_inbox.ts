import type { Kysely, Migration } from 'kysely';
import { addColumn, define, makeImmutable } from './define.ts';

const STATEMENTS = [
  `create table if not exists audit (
    entry integer primary key, tenant_id text not null, at bigint not null, person_id text not null,
    person_name text not null, act text not null, kind text not null, subject text not null, detail text not null)`,
  `create table if not exists correction (
    tenant_id text not null, response_id text not null, rev bigint not null, nth bigint not null,
    content_hash text not null, kind text not null, detail text not null, apart_id text,
    made_by text not null, made_at bigint not null,
    primary key (tenant_id, response_id, rev, nth)) without rowid`,
  `create index if not exists correction_by_apart_id on correction (tenant_id, apart_id) where apart_id is not null`,
  `create index if not exists inbox_conflicts on inbox (tenant_id, arrival) where conflict = 1`,
  `create index if not exists quarantine_by_time on quarantine (tenant_id, received_at)`,
];

/** What people decide on what the inbox holds, beside it; and who did what. */
export const inbox: Migration = {
  async up(db: Kysely<unknown>) {
    await define(db, STATEMENTS);
    for (const column of ['device_id', 'survey_id'])
      await addColumn(db, 'quarantine', column, `text not null default ''`);
    await makeImmutable(db, 'audit');
  },
};
