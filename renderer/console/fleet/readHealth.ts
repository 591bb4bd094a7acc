import type { FleetDevice } from '../../../core/protocol/index.ts';

/** What a device last said of itself, as far as it can be read: an older or newer one says less or more. */
export interface ShownHealth {
  readonly waiting: number;
  readonly parked: number;
  /** By the server's clock, as all moments here. */
  readonly oldestWaitingAt: number | null;
  readonly appVersion: string | null;
  readonly storeLoss: {
    readonly at: number;
    readonly restored: number;
    readonly lost: number;
    /** Nobody can know whether more is lost. */
    readonly uncertain: boolean;
  } | null;
  /** Responses that it keeps for another server. */
  readonly ofAnotherServer: number;
  readonly copyMissing: boolean;
  readonly noRoom: boolean;
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
  /** The browser has promised not to clear its storage by itself; null where it did not say. */
  readonly persisted: boolean | null;
  /** It was found able to start without the server; null where it did not say. */
  readonly commissioned: boolean | null;
}

type Said = Readonly<Record<string, unknown>>;

const numberIn = (said: Said, name: string): number | null => {
  const value = said[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
};
const textIn = (said: Said, name: string): string | null => {
  const value = said[name];
  return typeof value === 'string' ? value : null;
};
const isSaid = (value: unknown): value is Said => typeof value === 'object' && value !== null;

export function readHealth({
  health,
  clockOffset,
}: Pick<FleetDevice, 'health' | 'clockOffset'>): ShownHealth {
  const said: Said = health ?? {};
  const momentIn = (where: Said, name: string): number | null => {
    const at = numberIn(where, name);
    return at === null ? null : at + clockOffset;
  };
  const loss = said['storeLoss'];
  const flagIn = (name: string): boolean | null => {
    const value = said[name];
    return typeof value === 'boolean' ? value : null;
  };
  return {
    waiting: numberIn(said, 'waiting') ?? 0,
    parked: numberIn(said, 'parked') ?? 0,
    oldestWaitingAt: momentIn(said, 'oldestWaitingAt'),
    appVersion: textIn(said, 'appVersion'),
    storeLoss: isSaid(loss)
      ? {
          at: momentIn(loss, 'at') ?? 0,
          restored: numberIn(loss, 'restored') ?? 0,
          lost: numberIn(loss, 'lost') ?? 0,
          uncertain: loss['uncertain'] === true,
        }
      : null,
    ofAnotherServer: numberIn(said, 'setAside') ?? 0,
    copyMissing: said['copyMissing'] === true,
    noRoom: said['noRoom'] === true,
    usedBytes: numberIn(said, 'storageUsedBytes'),
    quotaBytes: numberIn(said, 'storageQuotaBytes'),
    persisted: flagIn('storagePersisted'),
    commissioned: flagIn('commissioned'),
  };
}
