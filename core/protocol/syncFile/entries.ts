/**
 * What stands in the tar, in this order and nothing else (L2): manifest, then seal and items of each batch, then seal and contents of each
 * group of attachments, then the end.
 */
export const MANIFEST_NAME = 'manifest.json';
export const END_NAME = 'end.json';

const numbered = (number: number): string => String(number).padStart(6, '0');
/** `number` from 1. */
export const sealName = (number: number): string => `batches/${numbered(number)}.seal.json`;
export const itemsName = (number: number): string => `batches/${numbered(number)}.jsonl`;
export const attachmentSealName = (number: number): string => `attachments/${numbered(number)}.seal.json`;
export const attachmentName = (sha256: string): string => `attachments/${sha256}`;

/** Of a batch, of its file: what no reader needs to hold more than. Bytes. */
export const SYNC_FILE_LIMITS = {
  maxBatches: 999_999,
  /** Under one seal. */
  maxAttachmentsTogether: 500,
  maxManifestBytes: 64 * 1024,
  maxSealBytes: 128 * 1024,
  /** One line: an item whose payload has the largest size, every character of it escaped. */
  maxLineBytes: 8 * 1024 * 1024,
  maxItemsBytes: 32 * 1024 * 1024,
} as const;
