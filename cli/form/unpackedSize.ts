import { inflateRawSync } from 'node:zlib';

/** What one part, and all parts, of a workbook may come to when unpacked. */
const LARGEST_PART = 48 * 2 ** 20;
const LARGEST_WHOLE = 120 * 2 ** 20;

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

interface Part {
  readonly name: string;
  readonly packed: Uint8Array;
  readonly method: number;
}

function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 66_000; at -= 1)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  return -1;
}

/** The parts of a zip file by its directory; undefined when that makes no sense. */
function partsOf(content: Uint8Array): readonly Part[] | undefined {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const end = endOfDirectory(view);
  if (end < 0) return undefined;
  const parts: Part[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== ENTRY) return undefined;
    const nameLength = view.getUint16(at + 28, true);
    const start = view.getUint32(at + 42, true);
    if (start + 30 > view.byteLength || view.getUint32(start, true) !== LOCAL) return undefined;
    const data = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
    parts.push({
      name: new TextDecoder().decode(content.subarray(at + 46, at + 46 + nameLength)),
      packed: content.subarray(data, data + view.getUint32(at + 20, true)),
      method: view.getUint16(at + 10, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

/** Bytes of a part once unpacked, as it is and not as it says; Infinity beyond the limit. */
function unpackedSize({ packed, method }: Part): number {
  if (method !== 8) return packed.byteLength;
  try {
    return inflateRawSync(packed, { maxOutputLength: LARGEST_PART }).byteLength;
  } catch (error) {
    const tooLarge =
      error instanceof RangeError || (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
    return tooLarge ? Infinity : 0;
  }
}

/** Why a packed workbook must not be unpacked into memory, or undefined when it may. Pictures count, as they are unpacked too. */
export function unpackedTooLarge(content: Uint8Array): string | undefined {
  const parts = partsOf(content);
  if (parts === undefined) return 'This workbook is damaged; open it and save it as .xlsx again.';
  let whole = 0;
  for (const part of parts) {
    whole += unpackedSize(part);
    if (whole <= LARGEST_WHOLE) continue;
    return `Unpacked, this workbook is too large (at "${part.name}"); delete the empty rows and columns behind the form, and sheets that are none of it.`;
  }
  return undefined;
}
