import type { Kysely, Migration } from 'kysely';
import { addColumn } from './define.ts';

/** What speaks against showing a comment to everybody. Derived, so it is filled at the next start (`server.derivation`). */
export const textFlags: Migration = {
  async up(db: Kysely<unknown>) {
    await addColumn(db, 'comment', 'flag', "text not null default ''");
  },
};
