import { err, isMembers, ok, type Members, type Result } from '../../kernel/index.ts';
import type { SealedAttachment } from './seal.ts';
import { isCount, isHash, isId } from './values.ts';

export const RECEIPT_FORMAT = 'earshot-receipt';

/** The first line of a receipt (R2). */
export interface ReceiptHead {
  readonly format: typeof RECEIPT_FORMAT;
  readonly version: 1;
  readonly serverId: string;
  readonly deviceId: string;
  readonly fileId: string;
}

/** One line of a receipt: the reply that a push of the same batch gets, and the places that it speaks of. */
export interface ReceiptBatch {
  readonly storeEpoch: string;
  /** Epoch of the server's store; missing where a former version wrote it. */
  readonly serverEpoch?: string;
  /** Sequence numbers of the items, in the order of the items. */
  readonly seqs: readonly number[];
  /** As over the wire (B3); read by the acknowledgement rule alone. */
  readonly reply: Members;
}

/** What the server says of an attachment of the file, as it would over the network (T3, T4). */
export interface AttachmentWord extends SealedAttachment {
  /** All of it is there, durable, with this hash; `false`: no response that the server holds names it. */
  readonly complete: boolean;
}

/** Another line of a receipt. */
export interface ReceiptAttachments {
  /** Epoch of the server's store: what it said under another one counts no longer (T6). */
  readonly serverEpoch: string;
  /** When it said so, by its own clock; missing where a former version wrote it. */
  readonly now?: number;
  readonly attachments: readonly AttachmentWord[];
}

export interface Receipt {
  readonly head: ReceiptHead;
  readonly batches: readonly ReceiptBatch[];
  readonly attachments: readonly ReceiptAttachments[];
  /** Everything that is signed: all lines but the last, in UTF-8. */
  readonly signedText: string;
  readonly signature: string;
}

/** The text whose UTF-8 bytes the server signs (R3); `digest`: SHA-256, in hex, of all lines but the last. */
export const receiptStatement = (head: ReceiptHead, digest: string): string =>
  ['earshot-receipt-v1', head.serverId, head.deviceId, head.fileId, digest].join('\n');

/** One line, with its line feed. */
export const receiptLine = (
  line: ReceiptHead | ReceiptBatch | ReceiptAttachments | { readonly signature: string },
): string => `${JSON.stringify(line)}\n`;

export type ReceiptProblem = 'notReceipt' | 'cut' | 'otherServer' | 'otherDevice';

/** Reads a receipt for this device from this server; whoever calls this checks the signature before anything is believed of it. */
export function parseReceipt(
  text: string,
  pinned: { readonly serverId: string; readonly deviceId: string },
): Result<Receipt, ReceiptProblem> {
  const lines = text.split('\n');
  const head = parseJson(lines[0]);
  if (!isHead(head)) return err('notReceipt');
  if (head.serverId !== pinned.serverId) return err('otherServer');
  if (head.deviceId !== pinned.deviceId) return err('otherDevice');
  const last = parseJson(lines.at(-2));
  if (lines.at(-1) !== '' || !isMembers(last) || typeof last['signature'] !== 'string') return err('cut');
  const batches: ReceiptBatch[] = [];
  const attachments: ReceiptAttachments[] = [];
  for (const text of lines.slice(1, -2)) {
    const line = parseJson(text);
    if (isBatch(line)) batches.push(line);
    else if (isOfAttachments(line)) attachments.push(line);
    else return err('cut');
  }
  const signedText = lines
    .slice(0, -2)
    .map((line) => `${line}\n`)
    .join('');
  return ok({ head, batches, attachments, signedText, signature: last['signature'] });
}

function parseJson(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '') as unknown;
  } catch {
    return undefined;
  }
}

const isHead = (value: unknown): value is ReceiptHead =>
  isMembers(value) &&
  value['format'] === RECEIPT_FORMAT &&
  value['version'] === 1 &&
  isId(value['serverId']) &&
  isId(value['deviceId']) &&
  isId(value['fileId']);

const isBatch = (value: unknown): value is ReceiptBatch =>
  isMembers(value) &&
  isId(value['storeEpoch']) &&
  (value['serverEpoch'] === undefined || isId(value['serverEpoch'])) &&
  Array.isArray(value['seqs']) &&
  value['seqs'].every((seq) => Number.isSafeInteger(seq)) &&
  isMembers(value['reply']);

const isOfAttachments = (value: unknown): value is ReceiptAttachments =>
  isMembers(value) &&
  isId(value['serverEpoch']) &&
  (value['now'] === undefined || isCount(value['now'])) &&
  Array.isArray(value['attachments']) &&
  value['attachments'].every(isWord);

const isWord = (value: unknown): value is AttachmentWord =>
  isMembers(value) &&
  isHash(value['sha256']) &&
  isCount(value['bytes']) &&
  typeof value['complete'] === 'boolean';
