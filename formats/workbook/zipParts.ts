/** A file in a zip file, still packed. */
export interface ZipPart {
  readonly name: string;
  readonly packed: Uint8Array;
  /** 0 stored, 8 deflated. */
  readonly method: number;
}

const END_OF_DIRECTORY = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;

function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at > view.byteLength - 66_000; at -= 1)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  return -1;
}

/** The parts of a zip file by its directory; undefined when that makes no sense. Nothing is unpacked. */
export function zipParts(content: Uint8Array): readonly ZipPart[] | undefined {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const end = endOfDirectory(view);
  if (end < 0) return undefined;
  const parts: ZipPart[] = [];
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

/** So many packed bytes at a time: they may unpack to a thousand times as many before anybody can say stop. */
const PIECE = 4096;

function piecesOf(packed: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream(
    {
      pull: (controller) => {
        // A copy, as the part may lie in memory that is shared with others.
        if (at < packed.length) controller.enqueue(new Uint8Array(packed.subarray(at, at + PIECE)));
        else controller.close();
        at += PIECE;
      },
    },
    { highWaterMark: 0 },
  );
}

/** The bytes of a part, piece by piece; whoever stops asking stops the unpacking. */
export async function* unpack({ packed, method }: ZipPart): AsyncGenerator<Uint8Array> {
  const pieces = piecesOf(packed);
  const reader = (
    method === 0 ? pieces : pieces.pipeThrough(new DecompressionStream('deflate-raw'))
  ).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
