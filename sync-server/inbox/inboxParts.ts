import type { Clock, RandomSource } from '../../core/kernel/index.ts';
import type { EventHub } from '../events/index.ts';
import type { App, Guard } from '../http/index.ts';
import type { Store } from '../store/index.ts';

export interface InboxParts {
  readonly app: App;
  readonly store: Store;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly events: EventHub;
  readonly signedIn: Guard;
}

export const INBOX = '/api/console/inbox';
export const ONE_QUARANTINED = `${INBOX}/quarantine/:item` as const;
export const ONE_CONFLICT = `${INBOX}/conflicts/:item` as const;
export const DOCUMENTED = { tags: ['console'], security: [{ session: [] }] };
