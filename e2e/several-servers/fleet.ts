import pg from 'pg';
import { verifyPostgres } from '../../sync-server/operations/index.ts';
import { createEnrolment } from '../../sync-server/devices/index.ts';
import { openPostgresStore, type Store } from '../../sync-server/store/index.ts';
import { systemClock, systemRandom } from '../../sync-server/systemPorts.ts';
import { SAMPLE_TOUCHPOINT } from '../../sync-server/seedSample.ts';

async function withStore<T>(url: string, work: (store: Store) => Promise<T>): Promise<T> {
  const opened = await openPostgresStore(url, systemClock, systemRandom);
  if (!opened.ok) throw new Error(opened.error);
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close();
  }
}

/** Codes that enrol a device each, in the store that the servers share. */
export const enrolmentCodes = (url: string, count: number): Promise<readonly string[]> =>
  withStore(url, async (store) => {
    const codes: string[] = [];
    while (codes.length < count) {
      const made = await store.write((tx) =>
        createEnrolment(tx, SAMPLE_TOUCHPOINT, systemClock.now(), systemRandom),
      );
      codes.push(made.code);
    }
    return codes;
  });

/** Ids of all that lies in the inbox, in order of arrival. Past our own code, which refuses a PostgreSQL that forgets. */
export async function heldIds(url: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      'select response_id as id from inbox order by arrival',
    );
    return rows.map(({ id }) => id);
  } finally {
    await client.end();
  }
}

/** What the store holds, past the servers, and what `earshot verify` finds wrong with it: hashes, chains, counters. */
export const holdings = (url: string) =>
  withStore(url, async ({ read }) => {
    const { counted } = await read
      .selectFrom('counter')
      .where('question', '=', '')
      .select(({ fn }) => fn.sum<number>('count').as('counted'))
      .executeTakeFirstOrThrow();
    const verified = await verifyPostgres(url);
    return { ids: await heldIds(url), counted, verified };
  });
