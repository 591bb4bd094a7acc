import PouchDB, { type Pouch } from 'pouchdb-browser';
import { BATCH } from './batch.ts';
import { sameResponses } from './sameResponses.ts';

interface FilledPouch {
  readonly pouch: Pouch;
  readonly count: number;
}

const AT_ONCE = 5_000;

async function fillPouchDb(count: number): Promise<FilledPouch> {
  const pouch = new PouchDB(`pouch-${crypto.randomUUID()}`);
  for (let from = 0; from < count; from += AT_ONCE) {
    const responses = sameResponses(Math.min(AT_ONCE, count - from));
    await pouch.bulkDocs(responses.map((response) => ({ _id: response.responseId, ...response })));
  }
  return { pouch, count };
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

let filled: FilledPouch | undefined;

window.fill = async (count) => {
  filled = await fillPouchDb(count);
  return 0;
};

window.drain = async () => {
  if (filled === undefined) throw new Error('fill first');
  return drainPouchDb(filled);
};
