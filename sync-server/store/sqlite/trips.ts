import {
  CompiledQuery,
  SqliteAdapter,
  type Compilable,
  type QueryExecutorProvider,
  type QueryId,
  type RootOperationNode,
  type Transaction,
} from 'kysely';
import type { Tables } from '../tables.ts';

/** Of a connection in a thread. */
export class ThreadAdapter extends SqliteAdapter {}

export const isInThread = (db: QueryExecutorProvider): boolean =>
  db.getExecutor().adapter instanceof ThreadAdapter;

/** A statement that nobody waits for. */
export class Later implements CompiledQuery {
  readonly query: RootOperationNode;
  readonly queryId: QueryId;
  readonly sql: string;
  readonly parameters: readonly unknown[];

  constructor({ query, queryId, sql, parameters }: CompiledQuery) {
    this.query = query;
    this.queryId = queryId;
    this.sql = sql;
    this.parameters = parameters;
  }
}

/**
 * Executes what gives nothing that is asked for. In a thread it goes along with the next statement that is waited for, and fails with
 * that one; within an `attempt` at the latest with its end.
 */
export async function executeLater(tx: Transaction<Tables>, query: Compilable): Promise<void> {
  const compiled = query.compile();
  await tx.executeQuery(isInThread(tx) ? new Later(compiled) : compiled);
}

/** Two questions that are asked with one message. Gives a list of rows for each. */
export class Together implements CompiledQuery {
  readonly query: RootOperationNode;
  readonly queryId: QueryId;
  readonly sql = '';
  readonly parameters: readonly unknown[] = [];
  readonly questions: readonly CompiledQuery[];

  constructor(questions: readonly CompiledQuery[]) {
    const { query, queryId } = CompiledQuery.raw('');
    this.query = query;
    this.queryId = queryId;
    this.questions = questions;
  }
}

interface Question<Row> extends Compilable {
  execute(): Promise<Row[]>;
}

/** Asks two questions, a thread with one message. */
export async function executeTogether<One, Other>(
  db: QueryExecutorProvider,
  one: Question<One>,
  other: Question<Other>,
): Promise<readonly [readonly One[], readonly Other[]]> {
  if (!isInThread(db)) return [await one.execute(), await other.execute()];
  const { rows } = await db
    .getExecutor()
    .executeQuery<unknown[]>(new Together([one.compile(), other.compile()]));
  return [rows[0] as One[], rows[1] as Other[]];
}
