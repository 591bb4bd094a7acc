import { Workbox } from 'workbox-window';
import { areOwnFilesCached, canStartOffline } from './offlineStart.ts';

const HOUR = 3_600_000;
const TEN_SECONDS = 10_000;
/** Pauses between attempts grow from the first to the last. A browser that has just removed everything may not be done with it. */
const PAUSES = { first: 5_000, last: 300_000 };

export interface ServiceWorkerOptions {
  /** Address of the worker script. */
  readonly url: string;
  /** Is nobody in the middle of anything? Asked until it says yes; only then does a new version take over, with one reload. */
  readonly canReload: () => boolean;
  /** A terminal never closes its page, so it looks for a new version by itself. Milliseconds. */
  readonly checkEvery?: number;
  /** How often `canReload` is asked while something waits for it. Milliseconds. */
  readonly askEvery?: number;
}

/**
 * Keeps the worker installed that lets the app start without a server. An install that was cut off, and a worker that the browser
 * removed for lack of room, are made up for: after growing pauses, when the network comes back, and whenever the function that is
 * answered is called (the server was reached).
 *
 * A new version waits until `canReload()`, and the page reloads only once that version controls it: earlier, the old page would run
 * against the new files. Another tab may have let the new version in, so the reload asks again. Without a worker in control the page
 * is never reloaded: nothing might be there to load it from.
 */
export function keepInstalled(options: ServiceWorkerOptions): () => void {
  if (!('serviceWorker' in navigator)) return () => undefined;
  let workbox: Workbox | undefined;
  const register = async (): Promise<void> => {
    workbox = new Workbox(options.url);
    workbox.addEventListener('waiting', letIn);
    await workbox.register({ immediate: true });
  };
  const letIn = onceWhen(options, () => workbox?.messageSkipWaiting());
  const attempts = makeAttempts(async () => {
    if (workbox !== undefined && (await isInstalled())) return true;
    await register();
    return isInstalled();
  });
  reloadForNewVersions(options, attempts.soon);
  setInterval(() => void workbox?.update().catch(() => undefined), options.checkEvery ?? HOUR);
  addEventListener('online', attempts.now);
  attempts.now();
  return attempts.now;
}

/** Or does the shell bring the files? */
const isInstalled = async (): Promise<boolean> => (await canStartOffline()) !== false;

function makeAttempts(attempt: () => Promise<boolean>) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = PAUSES.first;
  let underWay = false;
  const now = (): void => void run();
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(now, pause);
  };
  const run = async (): Promise<void> => {
    if (underWay) return;
    underWay = true;
    const done = await attempt().catch(() => false);
    underWay = false;
    if (done) {
      clearTimeout(timer);
      pause = PAUSES.first;
      return;
    }
    soon();
    pause = Math.min(pause * 2, PAUSES.last);
  };
  return { now, soon };
}

function reloadForNewVersions(options: ServiceWorkerOptions, onLost: () => void): void {
  const workers = navigator.serviceWorker;
  const canReload = (): boolean => workers.controller !== null && options.canReload();
  const reloadOnce = onceWhen({ ...options, canReload }, () => location.reload());
  // Whether a worker was there before is asked here, not of workbox: it looks once, at the first visit of a page that is never left.
  let before: 'none' | 'worker' | 'lost' = workers.controller === null ? 'none' : 'worker';
  const changed = async (): Promise<void> => {
    const was = before;
    before = workers.controller === null ? 'lost' : 'worker';
    if (before === 'lost') onLost();
    else if (was === 'worker' || (was === 'lost' && !(await areOwnFilesCached()))) reloadOnce();
  };
  workers.addEventListener('controllerchange', () => void changed());
}

/** Does `act` once, as soon as `canReload` says so; further calls while waiting change nothing. */
function onceWhen({ canReload, askEvery = TEN_SECONDS }: ServiceWorkerOptions, act: () => void): () => void {
  let timer: ReturnType<typeof setInterval> | null = null;
  return () => {
    timer ??= setInterval(() => {
      if (!canReload()) return;
      clearInterval(timer ?? undefined);
      timer = null;
      act();
    }, askEvery);
  };
}
