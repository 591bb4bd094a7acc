import { join } from 'node:path';
import Database from 'better-sqlite3';

type Row = Readonly<Record<string, unknown>>;
export type Rows = ReadonlyMap<string, readonly Row[]>;

/** What a response leaves behind; counters are shared by many and so are nobody's. */
const TABLES = ['inbox', 'response', 'comment'] as const;

/**
 * The floor: the very rows that the ingest wrote, inserted once more by better-sqlite3 alone, into tables with the same keys and
 * indexes, the same pragmas, a prepared statement a table and a transaction a batch. Nothing is unpacked, checked, looked up or counted.
 */
export class BareCopy {
  readonly #source: Database.Database;
  readonly #target: Database.Database;
  #arrival = 0;

  constructor(folder: string) {
    this.#source = new Database(join(folder, 'earshot.sqlite'), { readonly: true });
    this.#target = new Database(join(folder, 'bare.sqlite'));
    for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON'])
      this.#target.pragma(pragma);
    const schema = this.#source
      .prepare(
        "select sql from sqlite_master where type in ('table', 'index') and tbl_name = ? and sql <> ''",
      )
      .pluck();
    for (const table of TABLES)
      for (const sql of schema.all(table) as readonly string[]) this.#target.exec(sql);
  }

  /** The rows that were written since this was last asked. */
  newRows(): Rows {
    const inbox = this.#source
      .prepare('select * from inbox where arrival > ? order by arrival')
      .all(this.#arrival) as Row[];
    const rows = new Map<string, readonly Row[]>([['inbox', inbox]]);
    for (const table of ['response', 'comment'])
      rows.set(
        table,
        this.#source
          .prepare(
            `select ${table}.* from inbox join ${table} using (tenant_id, response_id) where arrival > ? order by arrival`,
          )
          .all(this.#arrival) as Row[],
      );
    this.#arrival = (inbox.at(-1)?.['arrival'] as number | undefined) ?? this.#arrival;
    return rows;
  }

  insert(rows: Rows, tables: readonly (typeof TABLES)[number][] = TABLES): void {
    const insertAll = this.#target.transaction(() => {
      for (const table of tables) this.#insertInto(table, rows.get(table) ?? []);
    });
    insertAll.immediate();
  }

  readonly #statements = new Map<string, Database.Statement>();

  #insertInto(table: string, rows: readonly Row[]): void {
    const [first] = rows;
    if (first === undefined) return;
    const columns = Object.keys(first);
    const places = columns.map(() => '?').join(', ');
    const statement =
      this.#statements.get(table) ??
      this.#target.prepare(`insert into ${table} (${columns.join(', ')}) values (${places})`);
    this.#statements.set(table, statement);
    for (const row of rows) statement.run(...Object.values(row));
  }

  /** Takes out what was inserted, untimed, so that the same rows can be inserted again. */
  empty(): void {
    for (const table of TABLES) this.#target.exec(`delete from ${table}`);
  }

  close(): void {
    this.#source.close();
    this.#target.close();
  }
}
