import { Workbox } from 'workbox-window';

const HOUR = 3_600_000;
const ASK_AGAIN = 10_000;

export interface ServiceWorkerOptions {
  /** Address of the worker script. */
  readonly url: string;
  /** Is nobody in the middle of anything? Asked until it says yes; only then does a new version take over, with one reload. */
  readonly canReload: () => boolean;
  /** A terminal never closes its page, so it looks for a new version by itself. Milliseconds. */
  readonly checkEvery?: number;
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
  const reloadOnce = onceWhen(options.canReload, () => location.reload());
  const letIn = onceWhen(options.canReload, () => workbox.messageSkipWaiting());
  workbox.addEventListener('controlling', (event) => {
    if (event.isUpdate === true) reloadOnce();
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
function onceWhen(allowed: () => boolean, act: () => void): () => void {
  let timer: ReturnType<typeof setInterval> | null = null;
  return () => {
    timer ??= setInterval(() => {
      if (!allowed()) return;
      clearInterval(timer ?? undefined);
      timer = null;
      act();
    }, ASK_AGAIN);
  };
}
