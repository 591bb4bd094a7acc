import { openReadOnly } from '../store/index.ts';

const DERIVED = [
  { table: 'response', what: 'responses that count' },
  { table: 'comment', what: 'comments' },
  { table: 'counter', what: 'counters', where: 'where count <> 0' },
  { table: 'combination', what: 'combinations of answers', where: 'where count <> 0' },
  { table: 'quarantine', what: 'quarantined responses' },
  { table: 'unopened', what: 'sealed responses that wait to be opened' },
  { table: 'response_attachment', what: 'attachments that responses name' },
  { table: 'opened_attachment', what: 'files of opened responses' },
] as const;

/** Where the tables that follow from the inbox differ between what was rebuilt and what stood there before. */
export function derivedFindings(rebuilt: string, before: string): readonly string[] {
  const database = openReadOnly(rebuilt);
  try {
    database.prepare('attach database ? as before').run(before);
    return DERIVED.flatMap(({ table, what, ...rest }) => {
      const where = 'where' in rest ? rest.where : '';
      const rows = (one: string, other: string) =>
        database
          .prepare(
            `select count(*) from (select * from ${one}.${table} ${where} except select * from ${other}.${table} ${where})`,
          )
          .pluck()
          .get() as number;
      const missing = rows('main', 'before');
      const superfluous = rows('before', 'main');
      if (missing + superfluous === 0) return [];
      return [
        `${what}: ${String(missing)} rows are missing or wrong, ${String(superfluous)} should not be there; "earshot rebuild" mends that`,
      ];
    });
  } finally {
    database.close();
  }
}
