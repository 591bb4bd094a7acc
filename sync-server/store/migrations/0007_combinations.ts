import type { Kysely, Migration } from 'kysely';
import { define } from './define.ts';

/** Which answers were given together. Derived, so it is filled at the next start (`server.derivation`). */
export const combinations: Migration = {
  async up(db: Kysely<unknown>) {
    await define(db, [
      `create table if not exists combination (
        tenant_id text not null, survey_id text not null, touchpoint_id text not null, local_date text not null,
        flag text not null, questionnaire_version text not null, given text not null, count bigint not null,
        primary key (tenant_id, survey_id, touchpoint_id, local_date, flag, questionnaire_version, given)) without rowid`,
    ]);
  },
};
