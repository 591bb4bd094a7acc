import PouchDB, { type Pouch } from 'pouchdb-browser';
import type { Response } from '../../core/response/index.ts';
import { BATCH } from './batch.ts';
import { sameResponses } from './sameResponses.ts';

interface FilledPouch {
  readonly pouch: Pouch;
  readonly count: number;
}

async function fillPouchDb(responses: readonly Response[]): Promise<FilledPouch> {
  const pouch = new PouchDB(`pouch-${crypto.randomUUID()}`);
  await pouch.bulkDocs(responses.map((response) => ({ _id: response.responseId, ...response })));
  return { pouch, count: responses.length };
}

/** One push replication to the end, in batches as large as ours. */
async function drainPouchDb({ pouch, count }: FilledPouch): Promise<number> {
  const remote = `${location.origin}/couch/${crypto.randomUUID()}`;
  const begin = performance.now();
  const done = await pouch.replicate.to(remote, { batch_size: BATCH });
  const took = performance.now() - begin;
  if (!done.ok || done.docs_written !== count) throw new Error(`PouchDB wrote ${String(done.docs_written)}`);
  await pouch.destroy();
  return took;
}

window.drain = async (count) => drainPouchDb(await fillPouchDb(sameResponses(count)));
