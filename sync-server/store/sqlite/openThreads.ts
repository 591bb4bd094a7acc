import type { CompiledQuery } from 'kysely';
import { Kysely, SqliteDialect, type DatabaseConnection, type Driver, type QueryResult } from 'kysely';
import type { Tables } from '../tables.ts';
import type { Mode } from './connectionSettings.ts';
import { Later } from '../later.ts';
import { EachRow } from './eachRow.ts';
import { ThreadAdapter, Together } from './trips.ts';
import { DatabaseThread, type Outcome } from './databaseThread.ts';

/**
 * The tables in a file, through `most` connections at the same time, each in a thread of its own that is started when it is needed,
 * and started anew after it has ended. The thread that hears the devices only posts statements and waits.
 *
 * Why the driver and not the whole ingest is in the thread: everything that writes (a batch, a hello, a person who signs in) goes
 * through one writer, as closures over a transaction that are the same for PostgreSQL; a thread that ran them would hold the server a
 * second time. What judging costs is shared between two threads this way: one judges a batch while the other one writes another. The
 * price is a trip for each statement; so a batch takes few of them.
 */
export function openThreads(path: string, mode: Mode, most: number): Kysely<Tables> {
  const dialect = new SqliteDialect({ database: neverOpened });
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new ThreadAdapter(),
      createDriver: () => new ThreadDriver(() => DatabaseThread.open(path, mode), most),
      createIntrospector: (db) => dialect.createIntrospector(db),
      createQueryCompiler: () => dialect.createQueryCompiler(),
    },
  });
}

const neverOpened = (): never => {
  throw new Error('the driver is ThreadDriver');
};

class ThreadDriver implements Driver {
  readonly #open: () => Promise<DatabaseThread>;
  readonly #free: ThreadConnection[] = [];
  readonly #waiting: (() => void)[] = [];
  #left: number;

  constructor(open: () => Promise<DatabaseThread>, most: number) {
    this.#open = open;
    this.#left = most;
  }

  init(): Promise<void> {
    return Promise.resolve();
  }

  async acquireConnection(): Promise<ThreadConnection> {
    while (this.#left === 0) await new Promise<void>((go) => this.#waiting.push(go));
    this.#left -= 1;
    for (let free = this.#free.pop(); free !== undefined; free = this.#free.pop())
      if (free.thread.isAlive) return free;
    try {
      return new ThreadConnection(await this.#open());
    } catch (error) {
      this.#giveBack();
      throw error;
    }
  }

  releaseConnection(connection: ThreadConnection): Promise<void> {
    this.#free.push(connection);
    this.#giveBack();
    return Promise.resolve();
  }

  #giveBack(): void {
    this.#left += 1;
    this.#waiting.shift()?.();
  }

  /** Takes the write lock when a transaction begins, so that it can't find half-way that another writer was faster. */
  async beginTransaction(connection: ThreadConnection): Promise<void> {
    await connection.thread.run('begin immediate', []);
  }

  async commitTransaction(connection: ThreadConnection): Promise<void> {
    await connection.thread.run('commit', []);
  }

  /** A connection that can't roll back is given up: its transaction ends with it. */
  async rollbackTransaction({ thread }: ThreadConnection): Promise<void> {
    await thread.rollBack().catch(() => thread.close());
  }

  async destroy(): Promise<void> {
    await Promise.all(this.#free.splice(0).map(({ thread }) => thread.close()));
  }
}

class ThreadConnection implements DatabaseConnection {
  readonly thread: DatabaseThread;

  constructor(thread: DatabaseThread) {
    this.thread = thread;
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (query instanceof EachRow) this.thread.runEach(query);
    else if (query instanceof Later) this.thread.runLater(query.sql, query.parameters);
    else if (query instanceof Together) return toResults(await this.thread.runTogether(query.questions));
    else return toResult(await this.thread.run(query.sql, query.parameters));
    return { rows: [] };
  }

  streamQuery(): never {
    throw new Error('rows are read in pages, not in a stream');
  }
}

function toResult<Row>({ columns, values = [], changes, lastInsertRowid }: Outcome): QueryResult<Row> {
  if (columns !== undefined) return { rows: toRows(columns, values) };
  return {
    rows: [],
    ...(changes === undefined ? {} : { numAffectedRows: BigInt(changes) }),
    ...(lastInsertRowid === undefined ? {} : { insertId: BigInt(lastInsertRowid) }),
  };
}

const toResults = <Row>(outcomes: readonly Outcome[]): QueryResult<Row> => ({
  rows: outcomes.map((outcome) => toResult(outcome).rows) as Row[],
});

/** Bytes lose on their way that they were a Buffer. */
function toRows<Row>(columns: readonly string[], values: readonly unknown[]): Row[] {
  const rows: Row[] = [];
  for (let at = 0; at < values.length; at += columns.length) {
    const row: Record<string, unknown> = {};
    for (const [index, column] of columns.entries()) {
      const value = values[at + index];
      row[column] =
        value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value;
    }
    rows.push(row as Row);
  }
  return rows;
}
