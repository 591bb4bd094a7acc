import { readManifest } from '../../../core/response/index.ts';
import type { AttachmentRow, DeviceDatabase } from '../deviceDatabase.ts';

/** The response has a new number, and what belongs to it, too. Inside the caller's transaction. */
export async function takeAttachmentsBack(
  { attachments }: DeviceDatabase,
  { payload, seq }: { readonly payload: string; readonly seq: number },
): Promise<void> {
  for (const name of namesIn(payload)) {
    const row = await attachments.get(name);
    if (row?.isAside === true) await attachments.put(waitingAgain(row, seq));
  }
}

/** Whether the server wants it is to be asked anew. */
function waitingAgain(row: AttachmentRow, seq: number): AttachmentRow {
  const { isAside: _aside, unwantedSince: _since, ...kept } = row;
  return { ...kept, seq };
}

function namesIn(payload: string): readonly string[] {
  // Nearly all have none, and need not be parsed.
  if (!payload.includes('"attachments":')) return [];
  const { attachments } = JSON.parse(payload) as { readonly attachments?: unknown };
  return (readManifest(attachments) ?? []).map(({ name }) => name);
}
