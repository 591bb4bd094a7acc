import type { FleetDevice } from '../../../core/protocol/index.ts';
import { arrivalOf, type Arrival } from './arrival.ts';
import { readHealth, type ShownHealth } from './readHealth.ts';

export const TROUBLES = [
  'lost',
  'uncertain',
  'missing',
  'noRoom',
  'forked',
  'copyMissing',
  'setAside',
  'ofAnotherServer',
  'broken',
  'restored',
  'clock',
  'evictable',
  'notCommissioned',
] as const;
export type TroubleKind = (typeof TROUBLES)[number];

export interface Trouble {
  readonly kind: TroubleKind;
  /** How many responses it is about; 0 where it is about none in particular. */
  readonly count: number;
}

/** What was said may be lost, or soon will be. */
const GRAVE: ReadonlySet<TroubleKind> = new Set(['lost', 'uncertain', 'missing', 'noRoom']);
export const isGrave = ({ kind }: Trouble): boolean => GRAVE.has(kind);

/** A clock as wrong as this makes people wonder, though times are put right. */
const WRONG_CLOCK = 5 * 60_000;

/** A device with all that its row and its panel say of it. */
export interface Shown {
  readonly device: FleetDevice;
  readonly health: ShownHealth;
  readonly arrivals: readonly Arrival[];
  readonly troubles: readonly Trouble[];
  readonly received: number;
}

export function toShown(device: FleetDevice): Shown {
  const health = readHealth(device);
  const arrivals = device.chains.map((chain) => arrivalOf(chain, health));
  const counts = countsOf(device, health, arrivals);
  return {
    device,
    health,
    arrivals,
    troubles: TROUBLES.flatMap((kind) => {
      const count = counts[kind];
      return count === null ? [] : [{ kind, count }];
    }),
    received: device.chains.reduce((sum, { received }) => sum + received, 0),
  };
}

/** Null where there is no such trouble. */
function countsOf(
  { chains, clockOffset }: FleetDevice,
  { storeLoss, ofAnotherServer, copyMissing, noRoom, parked, persisted, commissioned }: ShownHealth,
  arrivals: readonly Arrival[],
): Readonly<Record<TroubleKind, number | null>> {
  const missing = arrivals.reduce((sum, { missingCount }) => sum + missingCount, 0);
  const when = (there: boolean): number | null => (there ? 0 : null);
  return {
    lost: storeLoss !== null && storeLoss.lost > 0 ? storeLoss.lost : null,
    uncertain: when(storeLoss?.uncertain === true),
    restored: when(storeLoss?.lost === 0 && !storeLoss.uncertain),
    missing: missing > 0 ? missing : null,
    noRoom: when(noRoom),
    copyMissing: when(copyMissing),
    forked: when(chains.some(({ forked }) => forked)),
    broken: when(chains.some(({ broken }) => broken)),
    setAside: parked > 0 ? parked : null,
    ofAnotherServer: ofAnotherServer > 0 ? ofAnotherServer : null,
    clock: when(Math.abs(clockOffset) >= WRONG_CLOCK),
    evictable: when(persisted === false),
    notCommissioned: when(commissioned === false),
  };
}
