import { isMembers } from '../kernel/index.ts';

/** A file that belongs to a response. It travels apart from it, and is known by its contents. */
export interface Attachment {
  /** As the answer says it: a bare file name, once in a response. */
  readonly name: string;
  /** As the device took it to be; nobody on the server acts on it. */
  readonly mediaType: string;
  readonly bytes: number;
  /** SHA-256 of the contents, 64 lower-case hex digits. */
  readonly sha256: string;
  /** Of a sealed response, inside: the age file in which the contents lie, travel and are stored (K11). */
  readonly sealedAs?: Attachment;
}

/** What of a response's files lies on the device and travels, and may be known of them without a key (K10). */
export const asSent = (manifest: readonly Attachment[]): readonly Attachment[] =>
  manifest.map((one) => one.sealedAs ?? one);

export const ATTACHMENT_LIMITS = {
  /** In one response. */
  maxAttachments: 100,
  /** Of one attachment. */
  maxBytes: 100 * 1024 * 1024,
  /** Of a part as it crosses the wire; also what a device keeps together. */
  partBytes: 256 * 1024,
} as const;

const HASH = /^[0-9a-f]{64}$/;
const MEDIA_TYPE = /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/;
const MOST_CHARACTERS = 255;

const isContentHash = (value: unknown): value is string => typeof value === 'string' && HASH.test(value);

/** Folders could lead out of the response. */
const isBareName = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.trim() !== '' &&
  value.length <= MOST_CHARACTERS &&
  !/[/\\\p{Cc}]/u.test(value) &&
  value !== '.' &&
  value !== '..';

const isAttachment = (value: unknown): value is Attachment =>
  isMembers(value) &&
  isBareName(value['name']) &&
  typeof value['mediaType'] === 'string' &&
  MEDIA_TYPE.test(value['mediaType']) &&
  Number.isSafeInteger(value['bytes']) &&
  (value['bytes'] as number) >= 1 &&
  (value['bytes'] as number) <= ATTACHMENT_LIMITS.maxBytes &&
  isContentHash(value['sha256']) &&
  (value['sealedAs'] === undefined || isAttachment(value['sealedAs']));

/**
 * A response's manifest from JSON of unknown origin; left out: it has no attachments. `null`: not in the documented form (more than the
 * limits allow, a name that is none or stands twice).
 */
export function readManifest(value: unknown): readonly Attachment[] | null {
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.length > ATTACHMENT_LIMITS.maxAttachments) return null;
  const list: readonly unknown[] = value;
  if (!list.every(isAttachment)) return null;
  return new Set(list.map(({ name }) => name)).size === list.length ? list : null;
}
