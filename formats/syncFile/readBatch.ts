import { ok, err, type Result } from '../../core/kernel/index.ts';
import {
  SYNC_FILE_LIMITS,
  itemsName,
  parseSeal,
  sealDigest,
  sealStatement,
  type BatchSeal,
  type Signed,
} from '../../core/protocol/index.ts';
import type { ByteReader } from './byteReader.ts';
import type { Stop } from './openContainer.ts';
import type { OpenFile, ReadSoFar } from './openFile.ts';
import { CUT, FORGED, parseJson, readBody, readHeader } from './readEntry.ts';
import { readLines } from './readLines.ts';
import { sha256 } from './sha256.ts';
import { paddingOf, type TarEntry } from './tarHeader.ts';

/** Items whose hashes stand in a seal that the device signed; fewer than it names where the file is cut or changed among them. */
export interface ReadBatch {
  readonly seal: BatchSeal;
  readonly items: readonly unknown[];
}

/** A seal, whose header was read, and its items. */
export async function readBatch(
  file: OpenFile,
  entry: TarEntry,
  read: ReadSoFar,
): Promise<{ readonly batch: ReadBatch | null; readonly stop: Stop | null }> {
  const seal = await readSeal(file, entry, read.previous);
  if (!seal.ok) return { batch: null, stop: seal.error };
  read.batches += 1;
  read.previous = sealDigest(seal.value);
  const { items, stop } = await readItems(file.tar, itemsName(read.batches), seal.value);
  read.responses += items.length;
  return { batch: items.length === 0 ? null : { seal: seal.value, items }, stop };
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
