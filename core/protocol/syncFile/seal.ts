import { canonicalJson, isMembers } from '../../kernel/index.ts';
import { ATTACHMENT_LIMITS, hashText } from '../../response/index.ts';
import { LIMITS } from '../schemas.ts';
import { SYNC_FILE_LIMITS } from './entries.ts';
import { isCount, isHash, isId } from './values.ts';

/** What a device signs of a batch before its items follow (L4): so every whole item before a cut is known to be the device's. */
export interface BatchSeal {
  readonly batchId: string;
  readonly storeEpoch: string;
  /** First sequence number of the store epoch (B10). */
  readonly firstSeq: number;
  /** SHA-256 of the manifest's bytes for the first batch, the digest of the seal before for the others. */
  readonly previous: string;
  /** SHA-256 of each line's bytes, without its line feed. */
  readonly lines: readonly string[];
}

/** Contents that follow, each under its hash: what responses name. */
export interface SealedAttachment {
  readonly sha256: string;
  readonly bytes: number;
}

/** What a device signs of attachments before they follow (L11). */
export interface AttachmentSeal {
  /** Digest of the seal before, of whichever kind; with none before, the SHA-256 of the manifest's bytes. */
  readonly previous: string;
  readonly attachments: readonly SealedAttachment[];
}

/** The last entry: nothing was left out at the end (L5). */
export interface FileEnd {
  readonly batches: number;
  readonly responses: number;
  /** 0 is not said: so files without any are as they were before there could be some. */
  readonly attachments: number;
  readonly previous: string;
}

export type Signed<T> = T & { readonly signature: string };

/** Stands for the seal and, through `previous`, for everything before it: SHA-256 of its canonical JSON without the signature. */
export const sealDigest = ({ batchId, storeEpoch, firstSeq, previous, lines }: BatchSeal): string =>
  hashText(canonicalJson({ batchId, storeEpoch, firstSeq, previous, lines: [...lines] }));

export const attachmentSealDigest = ({ previous, attachments }: AttachmentSeal): string =>
  hashText(
    canonicalJson({ previous, attachments: attachments.map(({ sha256, bytes }) => ({ sha256, bytes })) }),
  );

/** As it stands in the file. */
export const endMembers = ({ batches, responses, attachments, previous }: FileEnd) =>
  attachments === 0 ? { batches, responses, previous } : { batches, responses, attachments, previous };

export const endDigest = (end: FileEnd): string => hashText(canonicalJson(endMembers(end)));

interface Named {
  readonly serverId: string;
  readonly deviceId: string;
  readonly fileId: string;
}

/** The text whose UTF-8 bytes the device signs: bound to the purpose, the server, the device, the file and all that came before. */
export const sealStatement = (kind: 'batch' | 'attachments' | 'end', file: Named, digest: string): string =>
  [`earshot-sync-file-${kind}-v1`, file.serverId, file.deviceId, file.fileId, digest].join('\n');

/** `null`: not in the documented form. */
export function parseSeal(value: unknown): Signed<BatchSeal> | null {
  if (!isMembers(value)) return null;
  const { batchId, storeEpoch, firstSeq, previous, lines, signature } = value;
  if (!isId(batchId) || !isId(storeEpoch) || !isCount(firstSeq) || firstSeq < 1 || !isHash(previous))
    return null;
  if (!Array.isArray(lines) || lines.length < 1 || lines.length > LIMITS.maxItems || !lines.every(isHash))
    return null;
  return isSignature(signature) ? { batchId, storeEpoch, firstSeq, previous, lines, signature } : null;
}

export function parseAttachmentSeal(value: unknown): Signed<AttachmentSeal> | null {
  if (!isMembers(value)) return null;
  const { previous, attachments, signature } = value;
  if (!isHash(previous) || !isSignature(signature) || !Array.isArray(attachments)) return null;
  const list: readonly unknown[] = attachments;
  if (list.length < 1 || list.length > SYNC_FILE_LIMITS.maxAttachmentsTogether || !list.every(isSealed))
    return null;
  return { previous, attachments: list, signature };
}

const isSealed = (value: unknown): value is SealedAttachment =>
  isMembers(value) &&
  isHash(value['sha256']) &&
  isCount(value['bytes']) &&
  value['bytes'] >= 1 &&
  value['bytes'] <= ATTACHMENT_LIMITS.maxBytes;

export function parseEnd(value: unknown): Signed<FileEnd> | null {
  if (!isMembers(value)) return null;
  const { batches, responses, attachments = 0, previous, signature } = value;
  if (!isCount(batches) || !isCount(responses) || !isCount(attachments)) return null;
  if (!isHash(previous) || !isSignature(signature)) return null;
  return { batches, responses, attachments, previous, signature };
}

const isSignature = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9_-]{86}$/.test(value);
