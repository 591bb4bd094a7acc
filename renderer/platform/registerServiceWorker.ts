import { Workbox } from 'workbox-window';

const HOUR = 3_600_000;
const TEN_SECONDS = 10_000;

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

export type ServiceWorkerState = 'ready' | 'unsupported' | 'failed';

/**
 * Installs the worker that lets the app start without a server. A new version waits until `canReload()`, and the page reloads only
 * once that version controls it: earlier, the old page would run against the new files. Another tab may have let the new version in,
 * so the reload asks again. Settles when the app can start offline (or never will).
 */
export async function registerServiceWorker(options: ServiceWorkerOptions): Promise<ServiceWorkerState> {
  if (!('serviceWorker' in navigator)) return 'unsupported';
  const workbox = new Workbox(options.url);
  const askEvery = options.askEvery ?? TEN_SECONDS;
  const reloadOnce = onceWhen(options.canReload, askEvery, () => location.reload());
  const letIn = onceWhen(options.canReload, askEvery, () => workbox.messageSkipWaiting());
  // Whether a worker was there before is asked here, not of workbox: it looks once, at the first visit of a page that is never left.
  let controlled = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (controlled) reloadOnce();
    controlled = true;
  });
  workbox.addEventListener('waiting', letIn);
  try {
    await workbox.register({ immediate: true });
    setInterval(() => void workbox.update().catch(() => undefined), options.checkEvery ?? HOUR);
    await navigator.serviceWorker.ready;
    return 'ready';
  } catch {
    return 'failed';
  }
}

/** Does `act` once, as soon as `allowed` says so; further calls while waiting change nothing. */
function onceWhen(allowed: () => boolean, askEvery: number, act: () => void): () => void {
  let timer: ReturnType<typeof setInterval> | null = null;
  return () => {
    timer ??= setInterval(() => {
      if (!allowed()) return;
      clearInterval(timer ?? undefined);
      timer = null;
      act();
    }, askEvery);
  };
}
