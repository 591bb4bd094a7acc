import pg from 'pg';

type Row = Readonly<Record<string, unknown>>;

/** What a response leaves behind; counters are shared by many and so are nobody's. */
const TABLES = ['inbox', 'response', 'comment'] as const;

/**
 * The floor in PostgreSQL: the very rows that the ingest wrote, inserted once more by `pg` alone into tables with the same columns, keys
 * and indexes, a statement a table and a transaction a batch.
 */
export class BareTables {
  readonly #client: pg.Client;
  #arrival = '0';

  private constructor(client: pg.Client) {
    this.#client = client;
  }

  static async open(url: string): Promise<BareTables> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('create schema bare');
    for (const table of TABLES)
      await client.query(`create table bare.${table} (like ${table} including all)`);
    return new BareTables(client);
  }

  /** The rows that were written since this was last asked. */
  async newRows(): Promise<ReadonlyMap<string, readonly Row[]>> {
    const written = async (table: string): Promise<readonly Row[]> => {
      const join = table === 'inbox' ? '' : `join inbox using (tenant_id, response_id)`;
      const query = `select ${table}.* from ${table} ${join} where arrival > $1 order by arrival`;
      return (await this.#client.query<Row>(query, [this.#arrival])).rows;
    };
    const rows = new Map<string, readonly Row[]>();
    for (const table of TABLES) rows.set(table, await written(table));
    const last = rows.get('inbox')?.at(-1)?.['arrival'];
    if (typeof last === 'string') this.#arrival = last;
    return rows;
  }

  async insert(rows: ReadonlyMap<string, readonly Row[]>): Promise<void> {
    await this.#client.query('begin');
    for (const [table, some] of rows) await this.#insertInto(table, some);
    await this.#client.query('commit');
  }

  async #insertInto(table: string, rows: readonly Row[]): Promise<void> {
    const columns = Object.keys(rows[0] ?? {});
    if (columns.length === 0) return;
    const places = rows.map((_, row) => {
      const first = row * columns.length + 1;
      return `(${columns.map((__, column) => `$${String(first + column)}`).join(', ')})`;
    });
    await this.#client.query({
      name: `bare ${table} ${String(rows.length)}`,
      text: `insert into bare.${table} (${columns.join(', ')}) values ${places.join(', ')}`,
      values: rows.flatMap((row) => columns.map((column) => row[column])),
    });
  }

  close(): Promise<void> {
    return this.#client.end();
  }
}
