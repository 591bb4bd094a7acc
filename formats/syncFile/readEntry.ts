import { err, ok, type Result } from '../../core/kernel/index.ts';
import type { ByteReader } from './byteReader.ts';
import type { Stop } from './openContainer.ts';
import { BLOCK, paddingOf, readTarHeader, type TarEntry } from './tarHeader.ts';

/** Nothing came where something should: why is known outside. */
export const CUT: Stop = { trouble: 'cut', detail: 'The file ends too early.' };
export const FORGED: Stop = {
  trouble: 'signatureInvalid',
  detail:
    'From here on the file was not signed by its device. It was changed on its way, or made by somebody else.',
};

/** The header of the next entry, which must have one of the planned names. */
export async function readHeader(
  tar: ByteReader,
  planned: readonly string[],
): Promise<Result<TarEntry, Stop>> {
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
export async function readBody(tar: ByteReader, { name, size }: TarEntry, most: number) {
  if (size > most) return err<Stop>({ trouble: 'tooLarge', detail: `${name} is larger than it may be.` });
  const body = await tar.take(size);
  if (body === null || (await tar.take(paddingOf(size))) === null) return err(CUT);
  return ok(body as Uint8Array<ArrayBuffer>);
}

export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}
