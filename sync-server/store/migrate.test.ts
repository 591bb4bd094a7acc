import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { migrate } from './migrate.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { openDatabase } from './openDatabase.ts';

it('a migration that fails leaves the old state, and works when it was repaired', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-'));
  const db = openDatabase(join(folder, 'earshot.sqlite'), 'write');
  await migrate(db);
  let repaired = false;
  const second = {
    up: async (schema: typeof db) => {
      await sql`alter table touchpoint add column floor text`.execute(schema);
      if (!repaired) throw new Error('half-way');
    },
  };
  const floors = async () => (await sql`select floor from touchpoint`.execute(db)).rows;
  await expect(migrate(db, { ...MIGRATIONS, '9999_floor': second })).rejects.toThrow('half-way');
  await expect(floors()).rejects.toThrow('no such column');
  repaired = true;
  expect(await migrate(db, { ...MIGRATIONS, '9999_floor': second })).toMatchObject({ ok: true });
  expect(await floors()).toEqual([]);
  await db.destroy();
  rmSync(folder, { recursive: true, force: true });
});
