import type { Kysely } from 'kysely';
import { err, ok, type Result } from '../../../core/kernel/index.ts';
import type { Tables } from '../../store/index.ts';
import { continueTable, copyRows, eraseAgain, isAppended, type Tell } from './copyTable.ts';
import { fingerprint } from './fingerprint.ts';
import { TABLE_NAMES, type TableName } from './tableKeys.ts';

/**
 * Copies what nobody changes meanwhile, table by table, and compares each by count and hash. Tables that are alike already are left alone,
 * so a copy that was broken off goes on where it was. The error names the tables that came out different.
 */
export async function copyStore(
  from: Kysely<Tables>,
  to: Kysely<Tables>,
  tell?: Tell,
): Promise<Result<void, string>> {
  await continueTable(from, to, 'inbox', tell);
  const different: TableName[] = [];
  for (const table of TABLE_NAMES) {
    if (table === 'server' && different.length > 0) break;
    const expected = await fingerprint(from, table);
    if ((await fingerprint(to, table)) !== expected) await copyAnew(from, to, table, tell);
    const alike = (await fingerprint(to, table)) === expected;
    if (!alike && table !== 'inbox') different.push(table);
    tell?.(`${table}: ${alike ? `the same in both, ${expected}` : 'not the same yet'}`);
    if (table === 'tombstone') {
      await eraseAgain(to);
      if ((await fingerprint(to, 'inbox')) !== (await fingerprint(from, 'inbox'))) different.push('inbox');
    }
  }
  if (different.length === 0) return ok(undefined);
  return err(
    `What was copied differs from what is there: ${different.join(', ')}. Was something else in the database before? Begin again with an empty one.`,
  );
}

async function copyAnew(
  from: Kysely<Tables>,
  to: Kysely<Tables>,
  table: TableName,
  tell?: Tell,
): Promise<void> {
  if (table === 'inbox') return;
  if (isAppended(table)) {
    await continueTable(from, to, table, tell);
    return;
  }
  await to.deleteFrom(table).execute();
  await copyRows(from, to, table, tell === undefined ? {} : { tell });
}
