import type { Compilable, CompiledQuery, QueryId, RootOperationNode, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

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
 * Executes what gives nothing that is asked for. Nobody waits for it: to a thread it goes along with the next statement that is waited
 * for, to PostgreSQL at once. Where it fails, the next statement that is waited for fails with its reason; within an `attempt` at the latest its end.
 */
export async function executeLater(tx: Transaction<Tables>, query: Compilable): Promise<void> {
  await tx.executeQuery(new Later(query.compile()));
}
