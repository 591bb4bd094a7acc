import type { DeviceDatabase } from '../deviceDatabase.ts';

/** What belongs to responses that are set aside is set aside with them, for the same server. Inside the caller's transaction. */
export async function setAttachmentsAside({ attachments }: DeviceDatabase): Promise<void> {
  const rows = await attachments.toArray();
  await attachments.bulkPut(
    rows.flatMap(({ seq, ...row }) => (seq === undefined ? [] : [{ ...row, isAside: true }])),
  );
}
