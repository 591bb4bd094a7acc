import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import Database from 'better-sqlite3';
import { FACE, OTHER } from './questions.ts';
import { periodsOf } from './sizes.ts';

const text = (value: string | null): string => (value === null ? 'null' : `'${value}'`);
const ROWS_AT_ONCE = 2_000;

interface Row {
  readonly place: string;
  readonly day: string;
  readonly face: string | null;
  readonly other: string | null;
}

/** The answers of the base as a table of DuckDB, said as often and on the same days as in the grown store. In a file, as the others. */
export async function openDuckDb(base: string, folder: string, times: number) {
  const instance = await DuckDBInstance.create(join(folder, 'answers.duckdb'));
  const duck = await instance.connect();
  await duck.run('create table base (place varchar, day date, face varchar, other varchar)');
  const source = new Database(join(base, 'earshot.sqlite'), { readonly: true });
  const rows = source
    .prepare(
      `select response.touchpoint_id as place, local_date as day,
        json_extract(cast(payload as text), '$.answers."${FACE}"') as face, json_extract(cast(payload as text), '$.answers."${OTHER}"') as other
      from response join inbox using (tenant_id, response_id, rev)`,
    )
    .all() as Row[];
  source.close();
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows
      .slice(from, from + ROWS_AT_ONCE)
      .map(({ place, day, face, other }) => `('${place}', '${day}', ${text(face)}, ${text(other)})`);
    await duck.run(`insert into base values ${some.join(', ')}`);
  }
  await duck.run('create table answers as select * from base limit 0');
  for (const { back, copies } of periodsOf(times))
    await duck.run(
      `insert into answers select place, day - ${String(back)}, face, other from base, range(${String(copies)})`,
    );
  const all = async (query: string) => (await duck.runAndReadAll(query)).getRows();
  return {
    async facesOf(place: string, day: string): Promise<readonly number[]> {
      const faces = [0, 0, 0, 0, 0];
      const found = await all(
        `select face, count(*) from answers where place = '${place}' and day = '${day}' group by face`,
      );
      for (const [face, count] of found) faces[Number(face) - 1] = Number(count);
      return faces;
    },
    async together(): Promise<number> {
      const found = await all(
        `select face, other, count(*) from answers where face is not null and other is not null group by face, other`,
      );
      return found.reduce((sum, row) => sum + Number(row[2]), 0);
    },
    close(): void {
      duck.closeSync();
      instance.closeSync();
    },
  };
}
