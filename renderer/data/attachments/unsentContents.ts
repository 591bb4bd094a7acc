import type { Attachment } from '../../../core/response/index.ts';
import type { DeviceStorage } from '../deviceStorage.ts';
import { readFact } from '../facts.ts';
import { isIntact, readPart } from './readPart.ts';
import { markDamaged } from './settleAttachment.ts';

/** Contents that lie here, read a chunk at a time. */
export interface StoredContents {
  readonly sha256: string;
  readonly bytes: number;
  readonly read: () => AsyncIterable<Uint8Array<ArrayBuffer>>;
}

const MOST_TOGETHER = 500;
/** They are looked through before they are given, and whoever waits is to see that it goes on. */
const BYTES_TOGETHER = 16 * 1024 ** 2;

/**
 * What recorded responses name and the server, as far as is known, does not hold: small ones first. A device that has not spoken with its
 * server since goes by what it was told last.
 */
export async function unsentAttachments({ database }: DeviceStorage): Promise<readonly Attachment[]> {
  const epoch = (await readFact(database.meta, 'syncStatus'))?.server?.serverEpoch;
  const unsent = await database.attachments
    .filter(
      ({ seq, confirmed, damaged }) =>
        seq !== undefined &&
        damaged !== true &&
        (confirmed === undefined || (epoch !== undefined && confirmed !== epoch)),
    )
    .toArray();
  return unsent.sort((one, other) => one.bytes - other.bytes);
}

/** So many different contents, and their bytes. */
export function sumOf(attachments: readonly Attachment[]): { readonly count: number; readonly bytes: number } {
  const sizes = new Map(attachments.map(({ sha256, bytes }) => [sha256, bytes]));
  return { count: sizes.size, bytes: [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0) };
}

/** The contents of these, each once, in groups. What is not as it was put here is left out, and noted (T7). */
export async function* contentsOf(
  storage: DeviceStorage,
  attachments: readonly Attachment[],
): AsyncGenerator<readonly StoredContents[]> {
  const given = new Set<string>();
  let group: StoredContents[] = [];
  let bytes = 0;
  for (const attachment of attachments) {
    if (given.has(attachment.sha256)) continue;
    if (!(await isIntact(storage, attachment))) {
      await markDamaged(storage, attachment.name);
      continue;
    }
    given.add(attachment.sha256);
    if (group.length === MOST_TOGETHER || (group.length > 0 && bytes + attachment.bytes > BYTES_TOGETHER)) {
      yield group;
      group = [];
      bytes = 0;
    }
    group.push(storedContents(storage, attachment));
    bytes += attachment.bytes;
  }
  if (group.length > 0) yield group;
}

function storedContents(storage: DeviceStorage, attachment: Attachment): StoredContents {
  const { sha256, bytes } = attachment;
  async function* read(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for (let offset = 0; offset < bytes; ) {
      const part = await readPart(storage, attachment, offset);
      if (part === null) throw new Error('an attachment was removed while it was being read');
      yield new Uint8Array(part);
      offset += part.byteLength;
    }
  }
  return { sha256, bytes, read };
}
