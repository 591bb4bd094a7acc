import { cpSync, rmSync } from 'node:fs';
import pg from 'pg';
import { moveStore } from '../../sync-server/operations/index.ts';
import { openPostgresStore, type Store } from '../../sync-server/store/index.ts';
import { systemClock, systemRandom } from '../../sync-server/systemPorts.ts';
import { startPostgres } from '../../sync-server/testing/postgres/startPostgres.ts';
import { growStatements } from './growStatements.ts';

interface InPostgres {
  readonly store: Store;
  /** Tables and indexes. */
  readonly bytes: number;
  close(): Promise<void>;
}

/** The base, moved into a PostgreSQL of its own as `earshot move-store` does, and grown there. */
export async function openInPostgres(base: string, copy: string, times: number): Promise<InPostgres> {
  const postgres = await startPostgres();
  try {
    cpSync(base, copy, { recursive: true });
    const moved = await moveStore(copy, postgres.url, systemClock, () => undefined);
    rmSync(copy, { recursive: true });
    if (!moved.ok) throw new Error(moved.error);
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    if (times > 1) for (const statement of growStatements('postgres', times)) await client.query(statement);
    // The server is started without its housekeeper, which counts rows for the planner.
    await client.query('vacuum analyze');
    const { rows } = await client.query<{ bytes: string }>(
      `select sum(pg_total_relation_size(oid)) as bytes from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    );
    await client.end();
    const opened = await openPostgresStore(postgres.url, systemClock, systemRandom);
    if (!opened.ok) throw new Error(opened.error);
    const store = opened.value;
    const close = async (): Promise<void> => {
      await store.close();
      await postgres.stop();
    };
    return { store, bytes: Number(rows[0]?.bytes ?? 0), close };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
