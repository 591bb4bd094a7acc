import type { Kysely } from 'kysely';
import { makeUuidV7, type Clock, type RandomSource } from '../../core/kernel/index.ts';
import type { Tables } from './tables.ts';

/** Who this server is; a new store is given a name and an epoch. `restored` begins a new epoch, by which devices notice (H6). */
export async function readIdentity(
  db: Kysely<Tables>,
  clock: Clock,
  random: RandomSource,
  restored: boolean,
) {
  // On an empty store there is nobody to notice.
  if (restored) {
    const store_epoch = makeUuidV7(clock.now(), random);
    await db.updateTable('server').set({ store_epoch }).execute();
  }
  const known = await db.selectFrom('server').selectAll().executeTakeFirst();
  if (known !== undefined) return known;
  const made = {
    server_id: makeUuidV7(clock.now(), random),
    store_epoch: makeUuidV7(clock.now(), random),
    created_at: clock.now(),
  };
  await db.insertInto('server').values(made).execute();
  return made;
}
