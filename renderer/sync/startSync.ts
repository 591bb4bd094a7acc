import { bringBackAside } from '../data/aside/bringBackAside.ts';
import { readDeviceKeys } from '../data/deviceKeys.ts';
import { pruneAttachments } from '../data/attachments/pruneAttachments.ts';
import { keepCompact } from '../data/outbox/keepCompact.ts';
import { pruneAcknowledged } from '../data/pruneAcknowledged.ts';
import { readEnrolment } from '../data/readEnrolment.ts';
import { watchOutbox } from '../data/watchOutbox.ts';
import { attachmentNetwork } from './attachments/attachmentNetwork.ts';
import { storedAttachments } from './attachments/storedAttachments.ts';
import { uploadAttachments } from './attachments/uploadAttachments.ts';
import { deviceNetwork } from './deviceNetwork.ts';
import type { Wake } from './pumpState.ts';
import { runPump, type RunningPump } from './runPump.ts';
import { signWith } from '../data/signWith.ts';
import { storedOutbox, type StoredOutboxOptions } from './storedOutbox.ts';

export interface SyncOptions extends StoredOutboxOptions {
  /** Where the sync server is; the page's own origin when left out. */
  readonly origin?: string;
}

const HOUR = 3_600_000;
const TRY_AGAIN = 10_000;

/**
 * Starts sending what waits, for as long as this page lives: one tab at a time (S1), as the lock goes to the next when its holder ends
 * in whatever way. Before enrolment it waits for one. What it does shows in the device's storage, nowhere else. Answers how to stop.
 */
export function startSync(options: SyncOptions): () => void {
  // Neither locks nor keys outside a secure context: no device could be enrolled here.
  if (!isSecureContext) return () => undefined;
  const ended = new AbortController();
  const { signal } = ended;
  const lead = navigator.locks.request(`${options.storage.database.name}-sync`, { signal }, () =>
    leadUntil(signal, options),
  );
  // Aborted while waiting for the lock: there was nothing to stop.
  lead.catch(() => undefined);
  return () => ended.abort();
}

async function leadUntil(signal: AbortSignal, options: SyncOptions): Promise<void> {
  // One change after the other: the former pump has ended before the next begins.
  let pumping: Promise<RunningPump | null> = Promise.resolve(null);
  const restart = (): void => {
    pumping = pumping.then(async (former) => {
      await former?.stop();
      return signal.aborted ? null : pumpFor(options).catch(tryAgain);
    });
  };
  // The storage did not let itself be read: it may later.
  const tryAgain = (): null => {
    setTimeout(restart, TRY_AGAIN);
    return null;
  };
  const wake = (reason: Wake): void => void pumping.then((pump) => pump?.wake(reason));
  const bringBack = (): void => void bringBackAside(options.storage).catch(() => undefined);
  const stopWatching = watchOutbox(options.storage, {
    onRecorded: () => wake('recorded'),
    onSyncRequested: () => wake('requested'),
    onEnrolled: () => {
      restart();
      bringBack();
    },
  });
  const prune = (): void => {
    const { storage } = options;
    void pruneAcknowledged(storage)
      .then(() => pruneAttachments(storage))
      .catch(() => undefined);
  };
  const pruning = setInterval(prune, HOUR);
  addEventListener('online', () => wake('online'), { signal });
  const stopCompacting = keepCompact(options.storage);
  restart();
  bringBack();
  prune();
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  clearInterval(pruning);
  stopCompacting();
  stopWatching();
  await (await pumping)?.stop();
}

/** The pump of the device as it is enrolled now; `null` before enrolment. */
async function pumpFor(options: SyncOptions): Promise<RunningPump | null> {
  const { storage, origin = '' } = options;
  const [device, keys] = await Promise.all([readEnrolment(storage), readDeviceKeys(storage)]);
  if (device === null || keys === undefined) return null;
  const { deviceId, serverId } = device.enrolment;
  return runPump({
    clock: storage.clock,
    random: storage.random,
    network: deviceNetwork(origin, deviceId),
    outbox: storedOutbox(options),
    identity: { deviceId, serverId, sign: signWith(keys.privateKey) },
    files: uploadAttachments({
      clock: storage.clock,
      random: storage.random,
      network: attachmentNetwork(origin),
      memory: storedAttachments(storage),
      serverId,
    }),
  });
}
