import { canonicalJson, isMembers } from '../../kernel/index.ts';
import { hashText } from '../../response/index.ts';
import { LIMITS } from '../schemas.ts';
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

/** The last entry: nothing was left out at the end (L5). */
export interface FileEnd {
  readonly batches: number;
  readonly responses: number;
  readonly previous: string;
}

export type Signed<T> = T & { readonly signature: string };

/** Stands for the seal and, through `previous`, for everything before it: SHA-256 of its canonical JSON without the signature. */
export const sealDigest = ({ batchId, storeEpoch, firstSeq, previous, lines }: BatchSeal): string =>
  hashText(canonicalJson({ batchId, storeEpoch, firstSeq, previous, lines: [...lines] }));

export const endDigest = ({ batches, responses, previous }: FileEnd): string =>
  hashText(canonicalJson({ batches, responses, previous }));

interface Named {
  readonly serverId: string;
  readonly deviceId: string;
  readonly fileId: string;
}

/** The text whose UTF-8 bytes the device signs: bound to the purpose, the server, the device, the file and all that came before. */
export const sealStatement = (kind: 'batch' | 'end', file: Named, digest: string): string =>
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

export function parseEnd(value: unknown): Signed<FileEnd> | null {
  if (!isMembers(value)) return null;
  const { batches, responses, previous, signature } = value;
  if (!isCount(batches) || !isCount(responses) || !isHash(previous) || !isSignature(signature)) return null;
  return { batches, responses, previous, signature };
}

const isSignature = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z0-9_-]{86}$/.test(value);
