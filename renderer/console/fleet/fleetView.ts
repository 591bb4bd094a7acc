import { toShown, isGrave, type Shown, type Trouble } from './troubles.ts';
import type { FleetDevice } from '../../../core/protocol/index.ts';

/** Good to know, and nobody has to go there for it. */
const isNotice = ({ kind }: Trouble): boolean =>
  kind === 'restored' || kind === 'evictable' || kind === 'notCommissioned';

/** Whether somebody should look at a device: not at one that was revoked, as that was somebody's will. */
export const needsSomebody = ({ device, troubles }: Shown): boolean =>
  device.revokedAt === null &&
  (!troubles.every(isNotice) || ['late', 'offline', 'silent'].includes(device.state));

function rankOf(shown: Shown): number {
  const { device, troubles } = shown;
  if (device.revokedAt !== null) return 5;
  if (troubles.some(isGrave)) return 0;
  if (device.state === 'offline') return 1;
  if (needsSomebody(shown)) return 2;
  return device.state === 'new' ? 3 : 4;
}

/** Who needs somebody first; then by touchpoint and name, so that what stands still stays where it is. */
export function sortFleet(devices: readonly FleetDevice[]): readonly Shown[] {
  return devices
    .map(toShown)
    .map((shown) => ({ shown, rank: rankOf(shown) }))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        a.shown.device.touchpointName.localeCompare(b.shown.device.touchpointName) ||
        a.shown.device.name.localeCompare(b.shown.device.name, undefined, { numeric: true }),
    )
    .map(({ shown }) => shown);
}

/** Every word is to be found, in the name or the touchpoint's. */
export function findIn(fleet: readonly Shown[], wanted: string): readonly Shown[] {
  const words = wanted.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return fleet;
  return fleet.filter(({ device: { name, touchpointName } }) => {
    const text = `${name} ${touchpointName}`.toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}
