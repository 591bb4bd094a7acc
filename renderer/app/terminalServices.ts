import type { DeviceStorage } from '../data/deviceStorage.ts';
import { probeRoom } from '../data/withBallast.ts';
import { APP_VERSION } from '../platform/appVersion.ts';
import { keepAwake } from '../platform/keepAwake.ts';
import { registerServiceWorker } from '../platform/registerServiceWorker.ts';
import { readStorageState, requestPersistence } from '../platform/storageState.ts';
import { startSync } from '../sync/startSync.ts';

/** What a terminal does unseen: sends what waits, keeps the screen on and itself installed, asks for storage that stays. */
export function startServices(storage: DeviceStorage, canReload: () => boolean): void {
  startSync({ storage, appVersion: APP_VERSION, readStorageState });
  keepAwake();
  void requestPersistence();
  void probeRoom(storage).catch(() => undefined);
  if (import.meta.env.PROD) void registerServiceWorker({ url: 'sw.js', canReload });
}
