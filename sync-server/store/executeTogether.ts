import type { Compilable, Kysely } from 'kysely';
import { dialectOf } from './dialect.ts';
import { Together, isInThread } from './sqlite/trips.ts';
import type { Tables } from './tables.ts';

interface Question<Row> extends Compilable {
  execute(): Promise<Row[]>;
}

type Answers<One, Other> = readonly [readonly One[], readonly Other[]];

/** Asks two questions: a thread with one message, PostgreSQL without waiting for the first answer. */
export async function executeTogether<One, Other>(
  db: Kysely<Tables>,
  one: Question<One>,
  other: Question<Other>,
): Promise<Answers<One, Other>> {
  const asked = [one.compile(), other.compile()] as const;
  if (isInThread(db)) {
    const { rows } = await db.getExecutor().executeQuery<unknown[]>(new Together(asked));
    return [rows[0] as One[], rows[1] as Other[]];
  }
  if (dialectOf(db) !== 'postgres') return [await one.execute(), await other.execute()];
  return db.getExecutor().provideConnection(async (connection) => {
    const [first, second] = await Promise.all([
      connection.executeQuery<One>(asked[0]),
      connection.executeQuery<Other>(asked[1]),
    ]);
    return [first.rows, second.rows];
  });
}
