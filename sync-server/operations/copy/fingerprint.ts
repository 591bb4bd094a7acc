import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../../store/index.ts';
import { pagesOf } from './pagesOf.ts';
import type { TableName } from './tableKeys.ts';

/** How many rows a table has, and a hash over all that stands in them, in the order of their keys: the same in either database. */
export async function fingerprint(db: Kysely<Tables>, table: TableName): Promise<string> {
  const hash = createHash('sha256');
  let count = 0;
  for await (const page of pagesOf(db, table)) {
    count += page.length;
    for (const row of page) {
      const members = Object.keys(row)
        .sort()
        .map((column) => [column, Buffer.isBuffer(row[column]) ? row[column].toString('hex') : row[column]]);
      hash.update(`${JSON.stringify(members)}\n`);
    }
  }
  return `${String(count)} rows, ${hash.digest('hex')}`;
}
