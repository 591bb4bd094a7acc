import type { Kysely, Migration } from 'kysely';
import { define } from './define.ts';

/** Which answers were given together, in the order in which they are summed up. Derived, so it is filled at the next start (`server.derivation`). */
export const combinations: Migration = {
  async up(db: Kysely<unknown>) {
    await define(db, [
      `create table if not exists combination (
        tenant_id text not null, survey_id text not null, questionnaire_version text not null, flag text not null,
        given text not null, touchpoint_id text not null, local_date text not null, count bigint not null,
        primary key (tenant_id, survey_id, questionnaire_version, flag, given, touchpoint_id, local_date)) without rowid`,
    ]);
  },
};
