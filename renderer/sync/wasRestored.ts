import type { KnownServer } from '../data/syncStatus.ts';

/** Whether the server we meet has forgotten what the one we knew had taken (H6): restored from a backup, or replaced. */
export const wasRestored = (known: KnownServer | null, met: KnownServer): boolean =>
  known !== null &&
  (known.serverEpoch !== met.serverEpoch ||
    (known.storeEpoch === met.storeEpoch && (met.highWater < known.highWater || met.held < known.held)));
