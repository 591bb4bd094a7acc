import { liveQuery } from 'dexie';
import type { Enrolment } from './deviceDatabase.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { readFact } from './facts.ts';

export interface OutboxListeners {
  /** A response was recorded, in this tab or another. */
  readonly onRecorded: () => void;
  /** Somebody asked to sync now. */
  readonly onSyncRequested: () => void;
  /** The device was enrolled, or enrolled anew. */
  readonly onEnrolled: () => void;
}

/** Watches the facts that give the pump something to do. Answers how to stop. */
export function watchOutbox(storage: DeviceStorage, listeners: OutboxListeners): () => void {
  const { meta, device } = storage.database;
  const watches = [
    onChange(async () => (await readFact(meta, 'chain'))?.lastSeq ?? 0, listeners.onRecorded),
    onChange(async () => (await readFact(meta, 'syncRequest'))?.id ?? '', listeners.onSyncRequested),
    onChange(async () => nameOf(await readFact(device, 'enrolment')), listeners.onEnrolled),
  ];
  return () => {
    for (const stop of watches) stop();
  };
}

/** Calls `onContact` each time that the server has answered. */
export const watchContact = ({ database }: DeviceStorage, onContact: () => void): (() => void) =>
  onChange(async () => (await readFact(database.meta, 'syncStatus'))?.contactAt ?? 0, onContact);

const nameOf = (enrolment: Enrolment | undefined): string =>
  enrolment === undefined ? '' : `${enrolment.serverId} ${enrolment.deviceId}`;

function onChange<T>(read: () => Promise<T>, changed: () => void): () => void {
  let last: T | undefined;
  const subscription = liveQuery(read).subscribe({
    next: (value) => {
      if (last !== undefined && value !== last) changed();
      last = value;
    },
    // The storage failed under the watch: whoever waits is woken by its timer anyway.
    error: () => undefined,
  });
  return () => subscription.unsubscribe();
}
