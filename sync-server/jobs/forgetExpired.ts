import type { Clock } from '../../core/kernel/index.ts';
import { TENANT, type Store } from '../store/index.ts';

/** Milliseconds that the clocks of servers may be apart. */
const CLOCKS_APART = 10 * 60_000;

/** Removes what nobody can use any more: sessions that are over, and nonces that would be refused for their age. */
export const forgetExpired = (store: Store, clock: Clock): Promise<void> =>
  store.write(async (tx) => {
    const before = clock.now() - CLOCKS_APART;
    await tx.deleteFrom('session').where('tenant_id', '=', TENANT).where('expires_at', '<', before).execute();
    await tx.deleteFrom('spent_nonce').where('tenant_id', '=', TENANT).where('until', '<', before).execute();
  }, 'rows');
