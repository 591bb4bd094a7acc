import PouchDB, { type Pouch } from 'pouchdb-browser';
import { BATCH } from './batch.ts';
import { offerPeer } from './offerPeer.ts';

offerPeer<Pouch>({
  open: () => Promise.resolve(new PouchDB(`pouch-${crypto.randomUUID()}`)),
  add: async (pouch, responses) => {
    await pouch.bulkDocs(responses.map((response) => ({ _id: response.responseId, ...response })));
  },
  push: async (pouch) => {
    const remote = `${location.origin}/couch/${crypto.randomUUID()}`;
    const { ok, docs_written } = await pouch.replicate.to(remote, { batch_size: BATCH });
    return ok ? docs_written : 0;
  },
  remove: (pouch) => pouch.destroy(),
});
