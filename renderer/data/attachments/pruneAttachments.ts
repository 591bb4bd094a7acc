import { Dexie } from 'dexie';
import type { AttachmentRow, DeviceDatabase } from '../deviceDatabase.ts';
import type { DeviceStorage } from '../deviceStorage.ts';
import { recordedNumbers } from '../outbox/recorded.ts';

/** Bytes of confirmed attachments kept at most. */
const MOST_KEPT = 100_000_000;
const DAY = 86_400_000;

/**
 * Forgets what the server has confirmed, or did not want, and whose response is forgotten, the oldest confirmed beyond `mostKept` bytes, and
 * what was given a day ago for a response that never came to be. All else that belongs to a response is never touched.
 */
export async function pruneAttachments(storage: DeviceStorage, mostKept = MOST_KEPT): Promise<void> {
  const { database, clock } = storage;
  const rows = await database.attachments.toArray();
  if (rows.length === 0) return;
  const drafts = await database.drafts.toArray();
  const drafted = new Set(
    drafts.flatMap(({ response, attachments = response?.attachments ?? [] }) => attachments.map(({ name }) => name)),
  );
  const isLeft = ({ seq, isAside, addedAt, name }: AttachmentRow): boolean =>
    seq === undefined && isAside !== true && addedAt < clock.now() - DAY && !drafted.has(name);
  const forgotten = rows.filter(isLeft);
  let kept = 0;
  const settled = rows.filter((row) => row.isAside !== true && (row.confirmed !== undefined || row.unwantedSince !== undefined));
  for (const row of settled.sort((one, other) => other.addedAt - one.addedAt)) {
    kept += row.unwantedSince === undefined ? row.bytes : 0;
    const isBeyond = row.unwantedSince === undefined && kept > mostKept;
    if (isBeyond || !(await isRecorded(database, row.seq ?? 0))) forgotten.push(row);
  }
  for (const { name } of forgotten) await forget(database, name);
}

const isRecorded = async (database: DeviceDatabase, seq: number): Promise<boolean> =>
  (await recordedNumbers(database, { from: seq, to: seq })).length > 0;

const forget = (database: DeviceDatabase, name: string): PromiseLike<void> =>
  database.transaction('rw', database.attachments, database.attachmentChunks, async () => {
    await database.attachments.delete(name);
    await database.attachmentChunks
      .where('[name+index]')
      .between([name, Dexie.minKey], [name, Dexie.maxKey])
      .delete();
  });
