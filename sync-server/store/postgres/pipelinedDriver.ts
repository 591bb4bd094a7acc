import {
  CompiledQuery,
  PostgresDriver,
  type DatabaseConnection,
  type QueryResult,
  type TransactionSettings,
} from 'kysely';
import { Later } from '../later.ts';

/**
 * Sends what nobody waits for without waiting for what was sent before; the database does one after the other. Where one of them fails, the
 * transaction does nothing more, and the next statement that is waited for fails with that one's reason.
 */
export class PipelinedDriver extends PostgresDriver {
  readonly #pipelined = new WeakSet<DatabaseConnection>();

  override async acquireConnection(): Promise<DatabaseConnection> {
    const connection = await super.acquireConnection();
    if (!this.#pipelined.has(connection)) pipeline(connection);
    this.#pipelined.add(connection);
    return connection;
  }

  override async beginTransaction(
    connection: DatabaseConnection,
    { isolationLevel }: TransactionSettings,
  ): Promise<void> {
    const level = isolationLevel === undefined ? '' : ` isolation level ${isolationLevel}`;
    await connection.executeQuery(new Later(CompiledQuery.raw(`${BEGIN}${level}`)));
  }
}

const BEGIN = 'start transaction';

/** The driver takes back only the very connection that it gave, so this one is changed in place. */
function pipeline(connection: DatabaseConnection): void {
  const send = connection.executeQuery.bind(connection);
  let sent: Promise<unknown> = Promise.resolve();
  let failure: { readonly reason: unknown } | null = null;
  let last: 'answered' | 'begin' | 'other' = 'answered';

  async function sendLater(query: CompiledQuery): Promise<QueryResult<never>> {
    // If it had not begun, this would be committed by itself.
    if (last === 'begin') await settle();
    last = query.sql.startsWith(BEGIN) ? 'begin' : 'other';
    const answered = send(query).catch((reason: unknown) => {
      failure ??= { reason };
    });
    sent = Promise.all([sent, answered]);
    return { rows: [] };
  }

  async function settle(): Promise<void> {
    await sent;
    last = 'answered';
    const failed = failure;
    failure = null;
    if (failed !== null) throw failed.reason;
  }

  connection.executeQuery = async <Row>(query: CompiledQuery): Promise<QueryResult<Row>> => {
    // All that went before a savepoint is known to be well: what fails from now on came after it.
    const isClear = last === 'answered' && query.sql.startsWith('savepoint');
    if (isClear || query instanceof Later) return sendLater(query);
    const [answer, before] = await Promise.allSettled([send<Row>(query), settle()]);
    if (before.status === 'rejected' && !query.sql.startsWith('rollback')) throw before.reason;
    if (answer.status === 'rejected') throw answer.reason;
    return answer.value;
  };
}
