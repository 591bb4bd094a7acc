import type { Kysely, Migration } from 'kysely';
import { addColumn } from './define.ts';

const COLUMNS = [
  ['server', 'backup_horizon', 'bigint not null default 0'],
  ['device', 'revoked_at', 'bigint'],
  ['device_chain', 'first_seq', 'bigint not null default 1'],
  ['inbox', 'revoked', 'integer not null default 0'],
] as const;

/** What a fleet needs that is cloned, revoked, and served from restored backups. */
export const fleet: Migration = {
  async up(db: Kysely<unknown>) {
    for (const [table, column, type] of COLUMNS) await addColumn(db, table, column, type);
  },
};
