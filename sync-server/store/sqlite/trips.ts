import {
  CompiledQuery,
  SqliteAdapter,
  type QueryExecutorProvider,
  type QueryId,
  type RootOperationNode,
} from 'kysely';

/** Of a connection in a thread. */
export class ThreadAdapter extends SqliteAdapter {}

export const isInThread = (db: QueryExecutorProvider): boolean =>
  db.getExecutor().adapter instanceof ThreadAdapter;

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
