import type { DeviceStorage } from './deviceStorage.ts';

const ASK_AGAIN = 500;

export interface GivingWay {
  /** May the connection be closed now? Not while somebody answers. */
  readonly mayClose: () => boolean;
  /** It is closed: this page has to begin anew, with whatever the other one brought. */
  readonly closed: () => void;
}

/**
 * Another page, of a newer version, waits to upgrade the database. Left to itself Dexie would close the connection in the middle of
 * somebody's answers; here the other page waits until nobody answers.
 */
export function giveWayToUpgrade({ database }: DeviceStorage, { mayClose, closed }: GivingWay): void {
  let asked = false;
  const tryToClose = (): void => {
    if (!mayClose()) {
      setTimeout(tryToClose, ASK_AGAIN);
      return;
    }
    database.close();
    closed();
  };
  database.on('versionchange', () => {
    if (!asked) tryToClose();
    asked = true;
    // `false` keeps Dexie's own answer, which is to close at once, from being given.
    return false;
  });
}
