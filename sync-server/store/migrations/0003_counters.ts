import type { Kysely, Migration } from 'kysely';
import { dialectOf } from '../dialect.ts';
import { addColumn, define } from './define.ts';

/** All that is derived is made anew at the next start (`server.derivation`), so nothing of the former counters is carried over. */
const STATEMENTS = [
  `drop table if exists counter`,
  `create table counter (
    tenant_id text not null, touchpoint_id text not null, local_date text not null, hour_from bigint not null,
    survey_id text not null, channel text not null, flag text not null, question text not null, value text not null,
    count bigint not null,
    primary key (tenant_id, touchpoint_id, local_date, hour_from, survey_id, channel, flag, question, value)) without rowid`,
];

const COLUMNS = [
  ['server', 'derivation', 'bigint not null default 0'],
  ['survey_version', 'counting', `text not null default '{}'`],
  ['response', 'flag', `text not null default ''`],
] as const;

/** Numbers that know their channel and their quality flag; and responses that can be erased. */
export const counters: Migration = {
  async up(db: Kysely<unknown>) {
    await define(db, STATEMENTS);
    for (const [table, column, type] of COLUMNS) await addColumn(db, table, column, type);
    await define(db, dialectOf(db) === 'sqlite' ? ERASE_IN_SQLITE : ERASE_IN_POSTGRES);
  },
};

/**
 * The one change that the inbox takes: the payload of a response that has a tombstone is emptied. All else stays as it came, so that
 * the chain of its device can still be followed.
 */
const ERASE_IN_SQLITE = [
  `drop trigger if exists inbox_is_never_changed`,
  `create trigger inbox_is_never_changed before update on inbox
    when new.payload <> x'' or not exists (
      select 1 from tombstone where tenant_id = old.tenant_id and response_id = old.response_id)
    or (new.arrival, new.tenant_id, new.response_id, new.rev, new.content_hash, new.conflict, new.device_id,
        new.device_touchpoint_id, new.store_epoch, new.seq, new.chain, new.batch_id, new.clock_offset, new.received_at, new.revoked)
      is not (old.arrival, old.tenant_id, old.response_id, old.rev, old.content_hash, old.conflict, old.device_id,
        old.device_touchpoint_id, old.store_epoch, old.seq, old.chain, old.batch_id, old.clock_offset, old.received_at, old.revoked)
    begin select raise(abort, 'the inbox is immutable'); end`,
];

const ERASE_IN_POSTGRES = [
  `create or replace function refuse_change_of_inbox() returns trigger language plpgsql
    as $$ begin raise exception 'the inbox is immutable'; end $$`,
  `create or replace function refuse_all_but_erasure() returns trigger language plpgsql
    as $$ begin
      if new.payload = ''::bytea and exists (
        select 1 from tombstone where tenant_id = old.tenant_id and response_id = old.response_id) then
        old.payload := ''::bytea;
        if old is not distinct from new then return new; end if;
      end if;
      raise exception 'the inbox is immutable';
    end $$`,
  `create or replace trigger inbox_is_immutable before delete or truncate on inbox
    for each statement execute function refuse_change_of_inbox()`,
  `create or replace trigger inbox_is_only_erased before update on inbox
    for each row execute function refuse_all_but_erasure()`,
];
