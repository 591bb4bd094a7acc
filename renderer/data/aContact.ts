import type { Contact } from './recordContact.ts';

/** What a server says at an ordinary hello. */
export const aContact = (changes: Partial<Contact> = {}): Contact => ({
  clockOffset: 0,
  highWater: 0,
  server: { serverEpoch: 'server-epoch', storeEpoch: 'epoch', highWater: 0, held: 0 },
  backupHorizon: 0,
  revoked: false,
  cursor: null,
  touchpoint: { touchpointId: 't', name: 'Till', timezone: 'UTC' },
  survey: null,
  ...changes,
});
