import type { DeviceDatabase } from '../deviceDatabase.ts';
import { formerOf, numbersOf, wasUnsent } from './formerRow.ts';

/** What is set aside of one store epoch, by number. */
export interface AsideNumbers {
  readonly serverId: string;
  readonly kept: Set<number>;
  /** These have a copy, as everything has that no server took. */
  readonly unsent: Set<number>;
}

/** By store epoch. */
export async function readAsideNumbers({
  setAside,
}: DeviceDatabase): Promise<ReadonlyMap<string, AsideNumbers>> {
  const epochs = new Map<string, AsideNumbers>();
  await setAside
    .where('from')
    .equals('formerEnrolment')
    .each((row) => {
      const former = formerOf(row);
      if (former?.storeEpoch === undefined) return;
      const { storeEpoch, serverId } = former;
      const epoch = epochs.get(storeEpoch) ?? { serverId, kept: new Set(), unsent: new Set() };
      epochs.set(storeEpoch, epoch);
      for (const seq of numbersOf(former)) {
        epoch.kept.add(seq);
        if (wasUnsent(former, seq)) epoch.unsent.add(seq);
      }
    });
  return epochs;
}

/** How many are set aside that no server took. */
export const countAside = async (database: DeviceDatabase): Promise<number> =>
  [...(await readAsideNumbers(database)).values()].reduce((sum, { unsent }) => sum + unsent.size, 0);
