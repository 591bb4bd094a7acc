import { err, ok, type Result } from '../../core/kernel/index.ts';
import {
  parseReceipt,
  readReply,
  readVerdicts,
  receiptStatement,
  type FileKeys,
  type Receipt,
  type ReceiptBatch,
  type ReceiptProblem,
} from '../../core/protocol/index.ts';
import { hashText } from '../../core/response/index.ts';
import { settleCarried } from '../data/attachments/settleCarried.ts';
import type { DeviceStorage } from '../data/deviceStorage.ts';
import { readFact } from '../data/facts.ts';
import { readResponses } from '../data/outbox/recorded.ts';
import { rewindOutbox } from '../data/rewindOutbox.ts';
import { settleReceipt } from '../data/settleReceipt.ts';

export type ReceiptFailure = ReceiptProblem | 'noKeys' | 'forged' | 'outdated';

/** What is with the server that was not known to be there before. */
export interface Applied {
  readonly responses: number;
  readonly attachments: number;
}

/**
 * Applies a receipt as if the server had answered over the network (R1 to R5): its signature first, then the acknowledgement rule batch by
 * batch, then what it says of attachments.
 */
export async function applyReceipt(
  storage: DeviceStorage,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<Applied, ReceiptFailure>> {
  const { device } = storage.database;
  const enrolment = await readFact(device, 'enrolment');
  const fileKeys = await readFact(device, 'fileKeys');
  if (enrolment === undefined || fileKeys === undefined) return err('noKeys');
  const receipt = parseReceipt(new TextDecoder().decode(bytes), enrolment);
  if (!receipt.ok) return receipt;
  const { head, batches, attachments, signedText, signature } = receipt.value;
  const statement = receiptStatement(head, hashText(signedText));
  if (!(await isSigned(fileKeys, statement, signature))) return err('forged');
  if (!(await isTimely(storage, spokenIn(receipt.value)))) return err('outdated');
  const applied = { responses: 0, attachments: 0 };
  for (const batch of batches) applied.responses += await applyBatch(storage, batch, enrolment.serverId);
  for (const { serverEpoch, now = null, attachments: words } of attachments)
    applied.attachments += await settleCarried(storage, { serverEpoch, serverNow: now }, words);
  return ok(applied);
}

/** When the server wrote a line, by its own clock, and which epoch of its store it was. */
interface Spoken {
  readonly serverEpoch: string | undefined;
  readonly now: number;
}

/** Of attachments a former version did not say when: it was with the batches of the same receipt, if there are any. */
function spokenIn({ batches, attachments }: Receipt): readonly Spoken[] {
  const ofBatches = batches.map((batch) => ({ serverEpoch: batch.serverEpoch, now: saidAt(batch) }));
  const latest = Math.max(0, ...ofBatches.map(({ now }) => now));
  return [...ofBatches, ...attachments.map(({ serverEpoch, now = latest }) => ({ serverEpoch, now }))];
}

/** Whether it was not written before a restore of the server that the device knows of; after one that it didn't know of, all waits again (R5). */
async function isTimely(storage: DeviceStorage, spoken: readonly Spoken[]): Promise<boolean> {
  const { meta } = storage.database;
  const { server, serverNow = 0 } = (await readFact(meta, 'syncStatus')) ?? {};
  const ofOthers = spoken.filter(
    ({ serverEpoch }) =>
      server !== undefined && serverEpoch !== undefined && serverEpoch !== server.serverEpoch,
  );
  if (ofOthers.some(({ now }) => now < serverNow)) return false;
  if (ofOthers.length > 0) await rewindOutbox(storage, 0, null, Math.max(...ofOthers.map(({ now }) => now)));
  return true;
}

async function applyBatch(storage: DeviceStorage, batch: ReceiptBatch, serverId: string): Promise<number> {
  const contentType = 'application/json';
  const read = readReply({ status: 200, contentType, body: batch.reply }, serverId);
  if (read.kind !== 'ours') return 0;
  const batchId = read.body['batchId'];
  const held = await readResponses(
    storage.database,
    [...batch.seqs].sort((one, other) => one - other),
  );
  const verdicts = typeof batchId === 'string' ? readVerdicts(read.body, batchId, held) : null;
  if (verdicts === null) return 0;
  const settled = held.map(({ seq }, index) => ({ seq, verdict: verdicts[index] ?? ('retry' as const) }));
  const { storeEpoch, serverEpoch = null, reply } = batch;
  const count = reply['held'];
  const now = saidAt(batch);
  return settleReceipt(storage, settled, {
    storeEpoch,
    serverEpoch,
    serverNow: now === 0 ? null : now,
    held: typeof count === 'number' ? count : null,
  });
}

/** By the server's clock; 0 where it does not say. */
const saidAt = ({ reply: { now } }: ReceiptBatch): number => (typeof now === 'number' ? now : 0);

async function isSigned({ receiptKey }: FileKeys, statement: string, signature: string): Promise<boolean> {
  try {
    const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' };
    const key = await crypto.subtle.importKey('jwk', receiptKey, ecdsa, false, ['verify']);
    const signed = Uint8Array.from(atob(signature.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
      character.charCodeAt(0),
    );
    const bytes = new TextEncoder().encode(statement);
    return await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signed, bytes);
  } catch {
    return false;
  }
}
