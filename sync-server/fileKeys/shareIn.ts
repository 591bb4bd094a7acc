import { TENANT, dialectOf, type Store } from '../store/index.ts';

/** Gives what all servers of a store have under a name: what stands there already, or else `here`. */
export type Share = (name: string, here: string) => Promise<string>;

/** A store that only one server can have open has nobody to share with: its keys stay in its folder, out of every backup. */
export function shareIn(store: Store): Share {
  if (dialectOf(store.read) === 'sqlite') return (_, here) => Promise.resolve(here);
  return (name, here) =>
    store.write(async (tx) => {
      const known = await tx
        .selectFrom('file_key')
        .where('tenant_id', '=', TENANT)
        .where('name', '=', name)
        .select('content')
        .executeTakeFirst();
      if (known !== undefined) return known.content;
      await tx.insertInto('file_key').values({ tenant_id: TENANT, name, content: here }).execute();
      return here;
    });
}
