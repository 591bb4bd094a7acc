import { BLOCK, paddingOf, readTarHeader, type TarEntry } from '../tarHeader.ts';

interface PlacedEntry extends TarEntry {
  /** Where its contents begin; its header stands in the block before. */
  readonly from: number;
  /** Where the next header stands. */
  readonly end: number;
}

/** What stands in a tar, as far as it can be read. */
export function entriesOf(tar: Uint8Array): readonly PlacedEntry[] {
  const entries: PlacedEntry[] = [];
  for (let at = 0; at + BLOCK <= tar.length; at = entries.at(-1)?.end ?? tar.length) {
    const header = readTarHeader(tar.subarray(at, at + BLOCK));
    if (!header.ok || header.value === null) break;
    const from = at + BLOCK;
    entries.push({ ...header.value, from, end: from + header.value.size + paddingOf(header.value.size) });
  }
  return entries;
}
