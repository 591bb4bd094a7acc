import { keepInstalled } from '../../renderer/platform/keepInstalled.ts';

export interface Updating {
  /** How often this page was loaded, this time included. */
  readonly loads: number;
  /** Is somebody in the middle of an answer? */
  busy: boolean;
  /** How often that was asked. */
  asked: number;
  /** The worker is installed. */
  ready: boolean;
}

const loads = Number(sessionStorage.getItem('loads') ?? '0') + 1;
sessionStorage.setItem('loads', String(loads));
window.updating = { loads, busy: true, asked: 0, ready: false };
keepInstalled({
  url: '/sw.js',
  canReload: () => {
    window.updating.asked += 1;
    return !window.updating.busy;
  },
  checkEvery: 200,
  askEvery: 50,
});
void navigator.serviceWorker.ready.then(() => {
  window.updating.ready = true;
});
