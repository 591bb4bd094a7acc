import type { Kysely, Migration } from 'kysely';
import { dialectOf } from '../dialect.ts';
import { define, makeImmutable } from './define.ts';

/** What the tables mean: ../tables.ts. Every statement may run again without harm. */
const STATEMENTS = [
  `create table if not exists server (
    server_id text not null primary key, store_epoch text not null, created_at bigint not null)`,
  `create table if not exists survey (
    tenant_id text not null, survey_id text not null, title text not null, current_version text not null,
    created_at bigint not null, primary key (tenant_id, survey_id))`,
  `create table if not exists survey_version (
    tenant_id text not null, survey_id text not null, questionnaire_version text not null, questionnaire_id text not null,
    definition text not null, questions text not null, published_at bigint not null,
    primary key (tenant_id, survey_id, questionnaire_version))`,
  `create table if not exists touchpoint (
    tenant_id text not null, touchpoint_id text not null, name text not null, timezone text not null,
    survey_id text not null, created_at bigint not null, primary key (tenant_id, touchpoint_id))`,
  `create table if not exists enrolment (
    tenant_id text not null, code_hash text not null, touchpoint_id text not null, created_at bigint not null,
    expires_at bigint not null, device_id text, public_key text, primary key (tenant_id, code_hash))`,
  `create table if not exists device (
    tenant_id text not null, device_id text not null, touchpoint_id text not null, name text not null,
    public_key text not null, install_id text not null, pin text not null, enrolled_at bigint not null,
    last_contact_at bigint, last_response_at bigint, clock_offset bigint not null, store_epoch text, health text,
    primary key (tenant_id, device_id))`,
  `create table if not exists device_chain (
    tenant_id text not null, device_id text not null, store_epoch text not null, first_seen_at bigint not null,
    forked integer not null, broken integer not null,
    primary key (tenant_id, device_id, store_epoch))`,
  `create table if not exists device_range (
    tenant_id text not null, device_id text not null, store_epoch text not null, from_seq bigint not null,
    to_seq bigint not null, to_chain text not null, primary key (tenant_id, device_id, store_epoch, from_seq)) without rowid`,
  `create table if not exists inbox (
    arrival integer primary key, tenant_id text not null, response_id text not null, rev bigint not null,
    content_hash text not null, payload blob not null, conflict integer not null, device_id text not null,
    device_touchpoint_id text not null, store_epoch text not null, seq bigint not null, chain text not null,
    batch_id text not null, clock_offset bigint not null, received_at bigint not null,
    unique (tenant_id, response_id, rev, content_hash))`,
  `create table if not exists tombstone (
    tenant_id text not null, response_id text not null, erased_at bigint not null, primary key (tenant_id, response_id))`,
  `create table if not exists quarantine (
    tenant_id text not null, response_id text not null, rev bigint not null, content_hash text not null,
    device_touchpoint_id text not null, reason text not null, received_at bigint not null,
    primary key (tenant_id, response_id, rev, content_hash))`,
  `create index if not exists quarantine_by_touchpoint on quarantine (tenant_id, device_touchpoint_id)`,
  `create table if not exists response (
    tenant_id text not null, response_id text not null, rev bigint not null, touchpoint_id text not null,
    survey_id text not null, questionnaire_version text not null, channel text not null, language text not null,
    ended_by text not null, at bigint not null, local_date text not null, hour_from bigint not null,
    primary key (tenant_id, response_id)) without rowid`,
  `create table if not exists comment (
    tenant_id text not null, response_id text not null, question text not null, touchpoint_id text not null,
    survey_id text not null, text text not null, face integer, language text not null, at bigint not null,
    primary key (tenant_id, response_id, question)) without rowid`,
  `create index if not exists comment_by_time on comment (tenant_id, touchpoint_id, at)`,
  `create table if not exists counter (
    tenant_id text not null, touchpoint_id text not null, local_date text not null, hour_from bigint not null,
    survey_id text not null, question text not null, value text not null, count bigint not null,
    primary key (tenant_id, touchpoint_id, local_date, hour_from, survey_id, question, value)) without rowid`,
  `create table if not exists person (
    tenant_id text not null, person_id text not null, name text not null, email text not null, role text not null,
    password_hash text not null, created_at bigint not null, primary key (tenant_id, person_id), unique (tenant_id, email))`,
  `create table if not exists session (
    tenant_id text not null, session_hash text not null, person_id text not null, created_at bigint not null,
    expires_at bigint not null, primary key (tenant_id, session_hash))`,
];

/**
 * Several servers may judge at once there, so the database itself sees to it that of a response and revision only one is no conflict.
 * In SQLite one writer judges after the other.
 */
const ONE_WITHOUT_CONFLICT = `create unique index if not exists inbox_without_conflict
  on inbox (tenant_id, response_id, rev) where conflict = 0`;

export const road: Migration = {
  async up(db: Kysely<unknown>) {
    await define(db, STATEMENTS);
    if (dialectOf(db) === 'postgres') await define(db, [ONE_WITHOUT_CONFLICT]);
    await makeImmutable(db, 'inbox');
  },
};
