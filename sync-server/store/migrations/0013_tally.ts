import { sql, type Kysely, type Migration } from 'kysely';
import { addColumn } from './define.ts';

/**
 * By which way a response came; '' of those that came before this was noted. How many responses with a place in the sequence were kept of
 * each store epoch, so that rows that are gone from the inbox are missed: what is counted now stands for what came before.
 */
export const tally: Migration = {
  async up(db: Kysely<unknown>) {
    await addColumn(db, 'inbox', 'source', "text not null default ''");
    await addColumn(db, 'device_chain', 'kept', 'bigint not null default 0');
    await sql`update device_chain set kept = counted.kept from (
        select tenant_id, device_id, store_epoch, count(*) as kept from inbox where seq > 0
        group by tenant_id, device_id, store_epoch) as counted
      where counted.tenant_id = device_chain.tenant_id and counted.device_id = device_chain.device_id
        and counted.store_epoch = device_chain.store_epoch`.execute(db);
  },
};
