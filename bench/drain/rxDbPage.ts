import { createRxDatabase, type RxCollection, type RxDatabase } from 'rxdb';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import type { Response } from '../../core/response/index.ts';
import { BATCH } from './batch.ts';
import { offerPeer } from './offerPeer.ts';

interface OpenedRx {
  readonly database: RxDatabase;
  readonly collection: RxCollection<Response>;
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

async function open(): Promise<OpenedRx> {
  const name = `rx-${crypto.randomUUID()}`;
  const database = await createRxDatabase({ name, storage: getRxStorageDexie(), multiInstance: false });
  const made = await database.addCollections({ responses: { schema: schema as never } });
  return { database, collection: made['responses'] as unknown as RxCollection<Response> };
}

async function push({ database, collection }: OpenedRx): Promise<number> {
  let written = 0;
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
  return written;
}

offerPeer<OpenedRx>({
  open,
  add: async ({ collection }, responses) => {
    const inserted = await collection.bulkInsert([...responses]);
    if (inserted.error.length > 0) throw new Error('RxDB did not take every document');
  },
  push,
  remove: ({ database }) => database.remove(),
});
