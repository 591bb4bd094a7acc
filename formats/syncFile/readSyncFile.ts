import { ok, err, type Result } from '../../core/kernel/index.ts';
import {
  END_NAME,
  MANIFEST_NAME,
  SYNC_FILE_LIMITS,
  endDigest,
  itemsName,
  parseEnd,
  parseManifest,
  parseSeal,
  sealDigest,
  sealName,
  sealStatement,
  type BatchSeal,
  type Signed,
  type SyncFileManifest,
} from '../../core/protocol/index.ts';
import { ByteReader } from './byteReader.ts';
import { openContainer, type Gunzip, type Stop } from './openContainer.ts';
import { readLines } from './readLines.ts';
import { sha256 } from './sha256.ts';
import { BLOCK, paddingOf, readTarHeader, type TarEntry } from './tarHeader.ts';

/** Whether the device signed the statement. */
export type Verify = (statement: string, signature: string) => Promise<boolean>;

export interface SyncFilePorts {
  readonly identities: readonly string[];
  readonly gunzip: Gunzip;
  /** Who is to have signed, or why the file is not for us. */
  readonly admit: (manifest: SyncFileManifest) => Promise<Result<Verify, Stop>>;
}

/** Items whose hashes stand in a seal that the device signed; fewer than it names where the file is cut or changed among them. */
export interface ReadBatch {
  readonly seal: BatchSeal;
  readonly items: readonly unknown[];
}

export type FileEvent =
  | { readonly kind: 'manifest'; readonly manifest: SyncFileManifest }
  | { readonly kind: 'batch'; readonly batch: ReadBatch }
  | { readonly kind: 'end' }
  | { readonly kind: 'stopped'; readonly stop: Stop; readonly keyIds: readonly string[] };

/**
 * Reads a sync file as it comes, a batch at a time, and gives nothing that its device did not sign (L4). The last event says whether
 * the file was whole (`end`) or why reading stopped.
 */
export async function* readSyncFile(
  source: AsyncIterable<Uint8Array>,
  ports: SyncFilePorts,
): AsyncGenerator<FileEvent> {
  const container = await openContainer(source, ports.identities, ports.gunzip);
  if ('trouble' in container) {
    const { keyIds, ...stop } = container;
    yield { kind: 'stopped', stop, keyIds };
    return;
  }
  const tar = new ByteReader(container.tar);
  try {
    const stop = yield* readEntries(tar, ports);
    if (stop === null) yield { kind: 'end' };
    else yield { kind: 'stopped', stop: stop === CUT ? (container.stopped() ?? CUT) : stop, keyIds: [] };
  } finally {
    await tar.close();
  }
}

/** Nothing came where something should: why is known outside. */
const CUT: Stop = { trouble: 'cut', detail: 'The file ends too early.' };
const FORGED: Stop = {
  trouble: 'signatureInvalid',
  detail:
    'From here on the file was not signed by its device. It was changed on its way, or made by somebody else.',
};

async function* readEntries(tar: ByteReader, ports: SyncFilePorts): AsyncGenerator<FileEvent, Stop | null> {
  const head = await readSmall(tar, MANIFEST_NAME, SYNC_FILE_LIMITS.maxManifestBytes);
  if (!head.ok) return head.error;
  const manifest = parseManifest(parseJson(head.value));
  if (!manifest.ok) return { trouble: 'notSyncFile', detail: manifest.error };
  yield { kind: 'manifest', manifest: manifest.value };
  const admitted = await ports.admit(manifest.value);
  if (!admitted.ok) return admitted.error;
  const file: OpenFile = { tar, manifest: manifest.value, verify: admitted.value };
  let before = { previous: await sha256(head.value), responses: 0 };
  for (let number = 1; number <= SYNC_FILE_LIMITS.maxBatches + 1; number += 1) {
    const entry = await readHeader(tar, [sealName(number), END_NAME]);
    if (!entry.ok) return entry.error;
    if (entry.value.name === END_NAME) return readEnd(file, entry.value, { ...before, batches: number - 1 });
    const seal = await readSeal(file, entry.value, before.previous);
    if (!seal.ok) return seal.error;
    const { items, stop } = await readItems(tar, itemsName(number), seal.value);
    if (items.length > 0) yield { kind: 'batch', batch: { seal: seal.value, items } };
    if (stop !== null) return stop;
    before = { previous: sealDigest(seal.value), responses: before.responses + items.length };
  }
  return { trouble: 'tooLarge', detail: 'The file has more batches than a sync file may have.' };
}

interface OpenFile {
  readonly tar: ByteReader;
  readonly manifest: SyncFileManifest;
  readonly verify: Verify;
}

async function readHeader(tar: ByteReader, planned: readonly string[]): Promise<Result<TarEntry, Stop>> {
  const block = await tar.take(BLOCK);
  if (block === null) return err(CUT);
  const entry = readTarHeader(block);
  if (!entry.ok) return err({ trouble: 'unplannedEntry', detail: `The file holds ${entry.error}.` });
  if (entry.value !== null && planned.includes(entry.value.name)) return ok(entry.value);
  const found = entry.value === null ? 'its end' : 'another entry';
  return err({
    trouble: 'unplannedEntry',
    detail: `Where ${planned.join(' or ')} should stand, the file has ${found}.`,
  });
}

/** A body that is held in memory, with what fills its last block. */
async function readBody(tar: ByteReader, { name, size }: TarEntry, most: number) {
  if (size > most) return err<Stop>({ trouble: 'tooLarge', detail: `${name} is larger than it may be.` });
  const body = await tar.take(size);
  if (body === null || (await tar.take(paddingOf(size))) === null) return err(CUT);
  return ok(body as Uint8Array<ArrayBuffer>);
}

async function readSmall(tar: ByteReader, name: string, most: number) {
  const entry = await readHeader(tar, [name]);
  return entry.ok ? readBody(tar, entry.value, most) : entry;
}

async function readSeal(file: OpenFile, entry: TarEntry, previous: string): Promise<Result<BatchSeal, Stop>> {
  const body = await readBody(file.tar, entry, SYNC_FILE_LIMITS.maxSealBytes);
  if (!body.ok) return body;
  const seal: Signed<BatchSeal> | null = parseSeal(parseJson(body.value));
  if (seal === null || seal.previous !== previous) return err(FORGED);
  const statement = sealStatement('batch', file.manifest, sealDigest(seal));
  return (await file.verify(statement, seal.signature)) ? ok(seal) : err(FORGED);
}

async function readItems(
  tar: ByteReader,
  name: string,
  seal: BatchSeal,
): Promise<{ readonly items: readonly unknown[]; readonly stop: Stop | null }> {
  const entry = await readHeader(tar, [name]);
  if (!entry.ok) return { items: [], stop: entry.error };
  const { size } = entry.value;
  if (size > SYNC_FILE_LIMITS.maxItemsBytes)
    return { items: [], stop: { trouble: 'tooLarge', detail: `${name} is larger than it may be.` } };
  const items: unknown[] = [];
  for await (const line of readLines(tar, size, SYNC_FILE_LIMITS.maxLineBytes)) {
    if (line === null) return { items, stop: CUT };
    if ((await sha256(line)) !== seal.lines[items.length]) return { items, stop: FORGED };
    items.push(parseJson(line));
  }
  if (items.length !== seal.lines.length) return { items, stop: FORGED };
  return (await tar.take(paddingOf(size))) === null ? { items, stop: CUT } : { items, stop: null };
}

async function readEnd(
  file: OpenFile,
  entry: TarEntry,
  read: { readonly batches: number; readonly responses: number; readonly previous: string },
): Promise<Stop | null> {
  const body = await readBody(file.tar, entry, SYNC_FILE_LIMITS.maxManifestBytes);
  if (!body.ok) return body.error;
  const end = parseEnd(parseJson(body.value));
  if (end === null || endDigest(end) !== endDigest(read)) return FORGED;
  const statement = sealStatement('end', file.manifest, endDigest(end));
  return (await file.verify(statement, end.signature)) ? null : FORGED;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}
