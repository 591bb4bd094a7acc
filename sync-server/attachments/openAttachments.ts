import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import type { Clock } from '../../core/kernel/index.ts';
import { openFile } from '../../formats/sealed/index.ts';
import { TENANT, type Store } from '../store/index.ts';
import type { AttachmentStore } from './attachmentStore.ts';
import { isNamed } from './forgetAttachments.ts';
import { hashOf } from './hashOf.ts';
import { writePortions } from './writePortions.ts';

const PAGE = 100;

interface OpeningParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly contents: AttachmentStore;
  /** A folder that is removed afterwards, where the contents can be moved from. */
  readonly scratch: string;
}

/** What became of the files of opened responses. */
export interface FileOpening {
  opened: number;
  /** Have not come yet, or are not there any more. */
  missing: number;
  /** None of the keys opens them. */
  otherKey: number;
  /** Names of those that are not what the response says that was sealed: they stay as they are. */
  readonly damaged: string[];
}

/**
 * Opens what came of the files of opened responses (K12). Each is kept under its own hash, beside the sealed one; what is open already is
 * left alone, so it may be broken off and run again.
 */
export async function openAttachments(
  parts: OpeningParts,
  identities: readonly string[],
): Promise<FileOpening> {
  const opening: FileOpening = { opened: 0, missing: 0, otherKey: 0, damaged: [] };
  let after: SealedFile | null = null;
  for (;;) {
    const page: readonly SealedFile[] = await readPage(parts.store, after);
    for (const file of page) {
      const became = await openOne(parts, file, identities);
      if (became === 'damaged') opening.damaged.push(file.name);
      else if (became !== 'open') opening[became] += 1;
    }
    after = page.at(-1) ?? null;
    if (after === null) return opening;
  }
}

type SealedFile = Awaited<ReturnType<typeof readPage>>[number];

const readPage = (store: Store, after: Place | null) => {
  const page = store.read
    .selectFrom('opened_attachment')
    .where('tenant_id', '=', TENANT)
    .orderBy('response_id')
    .orderBy('rev')
    .orderBy('content_hash')
    .orderBy('name')
    .limit(PAGE)
    .select(['response_id', 'rev', 'content_hash', 'name', 'bytes', 'sha256', 'sealed_sha256']);
  if (after === null) return page.execute();
  const { response_id: id, rev, content_hash: hash, name } = after;
  return page
    .where(sql<boolean>`(response_id, rev, content_hash, name) > (${id}, ${rev}, ${hash}, ${name})`)
    .execute();
};

interface Place {
  readonly response_id: string;
  readonly rev: number;
  readonly content_hash: string;
  readonly name: string;
}

async function openOne(
  { store, clock, contents, scratch }: OpeningParts,
  { bytes, sha256, sealed_sha256: sealed }: SealedFile,
  identities: readonly string[],
): Promise<'open' | 'opened' | 'missing' | 'otherKey' | 'damaged'> {
  if ((await isHeld(store, sha256)) && (await contents.size(sha256)) === bytes) return 'open';
  const came = (await isHeld(store, sealed)) ? await contents.read(sealed) : null;
  if (came === null) return 'missing';
  const source = watched(came);
  const opened = await openFile(source.stream, identities, bytes);
  source.mustBeWell();
  if (!opened.ok) return opened.error;
  const path = join(scratch, randomUUID());
  try {
    const length = await writePortions(path, opened.value);
    source.mustBeWell();
    if (length === null) throw new Error('There is no room for what is opened.');
    if (length !== bytes || (await hashOf(createReadStream(path))) !== sha256) return 'damaged';
    await contents.take(sha256, path);
  } finally {
    await rm(path, { force: true });
  }
  const isKept = await store.write(async (tx) => {
    // Its response may have been erased meanwhile.
    if (!(await isNamed(tx, sha256))) return false;
    await tx
      .insertInto('attachment')
      .values({ tenant_id: TENANT, sha256, bytes, stored_at: clock.now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return true;
  });
  if (!isKept) await contents.remove(sha256);
  return isKept ? 'opened' : 'missing';
}

/** Contents as a stream, that tells a disk or a network in trouble from contents that came to harm. */
function watched(contents: AsyncIterable<Uint8Array>) {
  const troubles: unknown[] = [];
  async function* given(): AsyncGenerator<Uint8Array> {
    try {
      yield* contents;
    } catch (error) {
      troubles.push(error);
      throw error;
    }
  }
  return {
    stream: Readable.toWeb(Readable.from(given())) as ReadableStream<Uint8Array>,
    mustBeWell: (): void => {
      if (troubles.length > 0)
        throw new Error('A sealed file could not be read to its end.', { cause: troubles[0] });
    },
  };
}

async function isHeld(store: Store, sha256: string): Promise<boolean> {
  const held = await store.read
    .selectFrom('attachment')
    .where('tenant_id', '=', TENANT)
    .where('sha256', '=', sha256)
    .select('sha256')
    .executeTakeFirst();
  return held !== undefined;
}
