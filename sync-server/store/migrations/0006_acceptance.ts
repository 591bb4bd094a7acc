import type { Kysely, Migration } from 'kysely';
import { define } from './define.ts';

/** What a person took in of a device that was revoked when it came; the inbox itself is never changed. */
export const acceptance: Migration = {
  async up(db: Kysely<unknown>) {
    await define(db, [
      `create table if not exists acceptance (
        tenant_id text not null, device_id text not null, up_to_arrival bigint not null,
        accepted_by text not null, accepted_at bigint not null,
        primary key (tenant_id, device_id, up_to_arrival)) without rowid`,
    ]);
  },
};
