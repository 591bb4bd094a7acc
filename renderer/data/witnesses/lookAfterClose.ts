import type { ChainState } from '../deviceDatabase.ts';
import type { DeviceStorage } from '../deviceStorage.ts';
import { readFact } from '../facts.ts';
import { compareWitnesses } from './compareWitnesses.ts';
import { hasShrunk } from './hasShrunk.ts';

const TRIES = 8;
const FIRST_PAUSE = 100;

/**
 * The connection was closed, by the browser or by us: the browser may have removed the database. Looks at once, while the files of the
 * journal, which it removes as well, can still be read by who has them open. One look at a time: a database that can't be opened closes, too.
 */
export function lookAfterClose(storage: DeviceStorage): void {
  const { database, witnesses } = storage;
  if (witnesses === undefined) return;
  let looking = false;
  const look = async (): Promise<void> => {
    const chain = await readAgain(storage);
    if (chain === undefined || !hasShrunk(storage, chain)) return;
    witnesses.compared = null;
    await compareWitnesses(storage);
  };
  database.on('close', () => {
    if (looking || witnesses.told.storeEpoch === '') return;
    looking = true;
    setTimeout(() => {
      look()
        .catch(() => undefined)
        .finally(() => {
          looking = false;
        });
    });
  });
}

/** While the browser removes a database it can't be opened, and one that could not be opened stays shut until it is closed. */
async function readAgain({ database }: DeviceStorage): Promise<ChainState | undefined> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await readFact(database.meta, 'chain');
    } catch (error) {
      if (tries === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE * 2 ** tries));
      database.close({ disableAutoOpen: false });
    }
  }
}
