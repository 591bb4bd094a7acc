import type { Kysely, Migration } from 'kysely';
import { define } from './define.ts';

/** `opened_attachment`: what the files of opened responses are, by what was sealed in the responses; follows from `opened`. */
export const openedAttachments: Migration = {
  async up(db: Kysely<unknown>) {
    await define(db, [
      `create table if not exists opened_attachment (
        tenant_id text not null, response_id text not null, rev bigint not null, content_hash text not null,
        name text not null, media_type text not null, bytes bigint not null, sha256 text not null,
        sealed_sha256 text not null,
        primary key (tenant_id, response_id, rev, content_hash, name)) without rowid`,
      'create index if not exists opened_attachment_sha256 on opened_attachment (tenant_id, sha256)',
    ]);
  },
};
