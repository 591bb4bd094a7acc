import { sql } from 'kysely';
import { dialectOf, type Store, type Tables } from '../store/index.ts';

/** Makes the store fail at every new row of a table, or at the one response's. Gives what ends that. */
export async function refuseRows(
  store: Store,
  table: keyof Tables,
  responseId?: string,
): Promise<() => Promise<void>> {
  const when = responseId === undefined ? '' : `when (new.response_id = '${responseId}')`;
  const run = (...statements: readonly string[]) =>
    store.write(async (tx) => {
      for (const statement of statements) await sql.raw(statement).execute(tx);
    });
  if (dialectOf(store.read) === 'sqlite') {
    await run(
      `create trigger fault before insert on ${table} ${when} begin select raise(abort, 'fault'); end`,
    );
    return () => run('drop trigger fault');
  }
  await run(
    `create function fault() returns trigger language plpgsql as $$ begin raise exception 'fault'; end $$`,
    `create trigger fault before insert on ${table} for each row ${when} execute function fault()`,
  );
  return () => run(`drop trigger fault on ${table}`, 'drop function fault');
}
