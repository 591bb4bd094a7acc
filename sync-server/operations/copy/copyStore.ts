import type { Kysely } from 'kysely';
import { err, ok, type Result } from '../../../core/kernel/index.ts';
import type { Tables } from '../../store/index.ts';
import { continueTable, copyRows, eraseAgain, isAppended, type Tell } from './copyTable.ts';
import { fingerprint } from './fingerprint.ts';
import { TABLE_NAMES, type TableName } from './tableKeys.ts';

/** Who the server is makes of a database a store that a server starts on: it is copied by itself, when all else is done. */
const CONTENTS = TABLE_NAMES.filter((table) => table !== 'server');

/**
 * Copies what nobody changes meanwhile, table by table, and compares each by count and hash; all but who the server is. Tables that are alike already are left alone,
 * so a copy that was broken off goes on where it was. The error names the tables that came out different.
 */
export async function copyStore(
  from: Kysely<Tables>,
  to: Kysely<Tables>,
  tell?: Tell,
): Promise<Result<void, string>> {
  await continueTable(from, to, 'inbox', tell);
  const different: TableName[] = [];
  for (const table of CONTENTS) {
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

/** The last step: from now on a server starts on the copy. */
export async function nameServer(from: Kysely<Tables>, to: Kysely<Tables>): Promise<Result<void, string>> {
  await copyRows(from, to, 'server');
  return ok(undefined);
}

/** The tables in which two databases differ, but for who the server is. */
export async function differences(from: Kysely<Tables>, to: Kysely<Tables>): Promise<readonly TableName[]> {
  const different: TableName[] = [];
  for (const table of CONTENTS)
    if ((await fingerprint(from, table)) !== (await fingerprint(to, table))) different.push(table);
  return different;
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
