import type { DeviceStorage } from '../data/deviceStorage.ts';
import { keepCommissioning } from '../data/keepCommissioning.ts';
import { watchContact } from '../data/watchOutbox.ts';
import { keepMending } from '../data/witnesses/keepMending.ts';
import { APP_VERSION } from '../platform/appVersion.ts';
import { keepAwake } from '../platform/keepAwake.ts';
import { keepInstalled } from '../platform/keepInstalled.ts';
import { cameFromDevice } from '../platform/offlineStart.ts';
import { readStorageState, requestPersistence } from '../platform/storageState.ts';
import { startSync } from '../sync/startSync.ts';

/** What a terminal does unseen: sends what waits, keeps the screen on and itself installed, asks for storage that stays. */
export function startServices(storage: DeviceStorage, canReload: () => boolean): void {
  keepCommissioning(storage, { at: performance.timeOrigin, fromDevice: cameFromDevice() });
  startSync({ storage, appVersion: APP_VERSION, readStorageState });
  keepAwake();
  void requestPersistence();
  keepMending(storage);
  loadLateParts();
  if (import.meta.env.PROD) watchContact(storage, keepInstalled({ url: 'sw.js', canReload }));
}

/** What may be asked for when neither the server nor the browser's cache can give it any more. */
function loadLateParts(): void {
  void Promise.allSettled([
    import('./keepFile.ts'),
    import('../terminal/screens/repeats.ts'),
    import('../terminal/keyboard/Keyboard.tsx'),
    import('../terminal/screens/SleepScreen.tsx'),
    import('../terminal/screens/StillThere.tsx'),
    import('../terminal/device/DeviceDoor.tsx'),
    import('../terminal/device/SyncFileCard.tsx'),
    import('../terminal/enrolment/Reenrolment.tsx'),
  ]);
}
