import type { Kysely, Migration } from 'kysely';
import { addColumn } from './define.ts';

/** When a touchpoint is open (D6), as JSON; null: always. */
export const openingHours: Migration = {
  async up(db: Kysely<unknown>) {
    await addColumn(db, 'touchpoint', 'opening_hours', 'text');
  },
};
