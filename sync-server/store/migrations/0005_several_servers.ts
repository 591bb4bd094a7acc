import type { Kysely, Migration } from 'kysely';
import { define } from './define.ts';

const STATEMENTS = [
  `create table if not exists shared_key (
    tenant_id text not null, made_at bigint not null, secret text not null, primary key (tenant_id, made_at))`,
  `create table if not exists file_key (
    tenant_id text not null, name text not null, content text not null, primary key (tenant_id, name))`,
  `create table if not exists spent_nonce (
    tenant_id text not null, nonce_hash text not null, until bigint not null, primary key (tenant_id, nonce_hash)) without rowid`,
  `create table if not exists job (
    tenant_id text not null, job_id text not null, due_at bigint not null, claim text, claimed_until bigint not null,
    tries bigint not null, primary key (tenant_id, job_id))`,
];

/** What servers that work on one store have to know of each other. */
export const severalServers: Migration = {
  async up(db: Kysely<unknown>) {
    await define(db, STATEMENTS);
  },
};
