import { sql, type Kysely, type Migration } from 'kysely';

const COLUMNS = [
  ['server', 'backup_horizon', 'bigint not null default 0'],
  ['device', 'revoked_at', 'bigint'],
  ['device_chain', 'first_seq', 'bigint not null default 1'],
  ['inbox', 'revoked', 'integer not null default 0'],
] as const;

/** What a fleet needs that is cloned, revoked, and served from restored backups. */
export const fleet: Migration = {
  async up(db: Kysely<unknown>) {
    for (const [table, column, type] of COLUMNS) {
      const { rows } = await sql`select 1 from pragma_table_info(${table}) where name = ${column}`.execute(
        db,
      );
      if (rows.length > 0) continue;
      await sql.raw(`alter table ${table} add column ${column} ${type}`).execute(db);
    }
  },
};
