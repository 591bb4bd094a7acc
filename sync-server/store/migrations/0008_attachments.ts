import type { Kysely, Migration } from 'kysely';
import { define } from './define.ts';

/** `attachment`: contents that are here, whole. `response_attachment`: what responses name, here or not; follows from the inbox. */
export const attachments: Migration = {
  async up(db: Kysely<unknown>) {
    await define(db, [
      `create table if not exists attachment (
        tenant_id text not null, sha256 text not null, bytes bigint not null, stored_at bigint not null,
        primary key (tenant_id, sha256)) without rowid`,
      `create table if not exists response_attachment (
        tenant_id text not null, response_id text not null, rev bigint not null, content_hash text not null,
        name text not null, media_type text not null, bytes bigint not null, sha256 text not null,
        primary key (tenant_id, response_id, content_hash, name)) without rowid`,
      'create index if not exists response_attachment_sha256 on response_attachment (tenant_id, sha256)',
    ]);
  },
};
