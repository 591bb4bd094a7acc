import type { Kysely, Migration } from 'kysely';
import { addColumn, define } from './define.ts';

/**
 * `project_key`: public halves of the keys that responses are sealed to. `opened`: what was sealed, beside the inbox and as lasting.
 * `unopened`: what waits to be opened; follows from the two.
 */
export const sealed: Migration = {
  async up(db: Kysely<unknown>) {
    await addColumn(db, 'survey_version', 'sealed', 'integer not null default 0');
    await define(db, [
      `create table if not exists project_key (
        tenant_id text not null, key_id text not null, recipient text not null, state text not null,
        made_at bigint not null, made_by text not null, ended_at bigint,
        primary key (tenant_id, key_id)) without rowid`,
      `create table if not exists opened (
        tenant_id text not null, response_id text not null, rev bigint not null, content_hash text not null,
        payload blob not null, opened_at bigint not null,
        primary key (tenant_id, response_id, rev, content_hash)) without rowid`,
      `create table if not exists unopened (
        tenant_id text not null, response_id text not null, rev bigint not null, content_hash text not null,
        survey_id text not null, received_at bigint not null,
        primary key (tenant_id, response_id, rev, content_hash)) without rowid`,
      'create index if not exists unopened_by_survey on unopened (tenant_id, survey_id)',
    ]);
  },
};
