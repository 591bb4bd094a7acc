import { createRxDatabase, type RxCollection, type RxDatabase } from 'rxdb';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import type { Response } from '../../core/response/index.ts';
import { BATCH } from './batch.ts';
import { sameResponses } from './sameResponses.ts';

interface FilledRx {
  readonly database: RxDatabase;
  readonly collection: RxCollection<Response>;
  readonly count: number;
}

const text = { type: 'string', maxLength: 100 } as const;
const schema = {
  version: 0,
  primaryKey: 'responseId',
  type: 'object',
  properties: {
    schema: { type: 'integer' },
    responseId: text,
    rev: { type: 'integer' },
    ...Object.fromEntries(
      ['surveyId', 'questionnaireId', 'questionnaireVersion', 'touchpointId', 'deviceId'].map((name) => [
        name,
        text,
      ]),
    ),
    ...Object.fromEntries(['channel', 'language', 'timezone', 'endedBy'].map((name) => [name, text])),
    startedAt: { type: 'number' },
    finishedAt: { type: 'number' },
    answers: { type: 'object' },
    paradata: { type: 'array', items: { type: 'object' } },
  },
  required: ['responseId'],
} as const;

const AT_ONCE = 5_000;

async function fillRxDb(count: number): Promise<FilledRx> {
  const name = `rx-${crypto.randomUUID()}`;
  const database = await createRxDatabase({ name, storage: getRxStorageDexie(), multiInstance: false });
  const made = await database.addCollections({ responses: { schema: schema as never } });
  const collection = made['responses'] as unknown as RxCollection<Response>;
  for (let from = 0; from < count; from += AT_ONCE) {
    const inserted = await collection.bulkInsert(sameResponses(Math.min(AT_ONCE, count - from)));
    if (inserted.error.length > 0) throw new Error('RxDB did not take every document');
  }
  return { database, collection, count };
}

/** One push replication to the end, in batches as large as ours. */
async function drainRxDb({ database, collection, count }: FilledRx): Promise<number> {
  let written = 0;
  const begin = performance.now();
  const replication = replicateRxCollection<Response, unknown>({
    collection,
    replicationIdentifier: `bench-${database.name}`,
    live: false,
    push: {
      batchSize: BATCH,
      handler: async (rows) => {
        const reply = await fetch('/rx/push', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(rows),
        });
        written += rows.length;
        return (await reply.json()) as [];
      },
    },
  });
  await replication.awaitInSync();
  const took = performance.now() - begin;
  if (written !== count) throw new Error(`RxDB wrote ${String(written)}`);
  await database.remove();
  return took;
}

let filled: FilledRx | undefined;

window.fill = async (count) => {
  filled = await fillRxDb(count);
  return 0;
};

window.drain = async () => {
  if (filled === undefined) throw new Error('fill first');
  return drainRxDb(filled);
};
