import type { AttachmentRow } from '../deviceDatabase.ts';
import type { DeviceStorage } from '../deviceStorage.ts';
import { readFact } from '../facts.ts';
import { findWaiting, waitingTables } from '../outbox/waiting.ts';

/**
 * What is to be uploaded next: the smallest whose response is acknowledged and that the server, as it is now, has not confirmed. Those in
 * `except` are passed over.
 */
export async function nextAttachment(
  storage: DeviceStorage,
  except: ReadonlySet<string>,
): Promise<AttachmentRow | null> {
  const { database } = storage;
  const { attachments, meta, parked } = database;
  // Nearly always there is none at all.
  if ((await attachments.count()) === 0) return null;
  return database.transaction('r', [attachments, meta, parked, ...waitingTables(database)], async () => {
    const epoch = (await readFact(meta, 'syncStatus'))?.server?.serverEpoch ?? '';
    const unsent = await attachments.filter((row) => isUnsent(row, epoch) && !except.has(row.name)).toArray();
    for (const row of unsent.sort((one, other) => one.bytes - other.bytes)) {
      const seq = row.seq ?? 0;
      if ((await findWaiting(database, seq)) === undefined && (await parked.get(seq)) === undefined) return row;
    }
    return null;
  });
}

const isUnsent = ({ seq, confirmed, damaged }: AttachmentRow, epoch: string): boolean =>
  seq !== undefined && damaged !== true && confirmed !== epoch;
