import type { ByteReader } from './byteReader.ts';

const LINE_FEED = 0x0a;
const PORTION = 64 * 1024;

/**
 * The lines of the next `size` bytes, without their line feeds. `null` as the last: the stream ended within them, or a line has more
 * bytes than it may, or none at its end.
 */
export async function* readLines(
  reader: ByteReader,
  size: number,
  mostOfLine: number,
): AsyncGenerator<Uint8Array<ArrayBuffer> | null> {
  let begun: Uint8Array[] = [];
  let length = 0;
  for (let left = size; left > 0;) {
    const some = await reader.some(Math.min(left, PORTION));
    if (some === null) {
      yield null;
      return;
    }
    left -= some.length;
    let from = 0;
    for (let end = some.indexOf(LINE_FEED); end !== -1; end = some.indexOf(LINE_FEED, from)) {
      yield join([...begun, some.subarray(from, end)]);
      begun = [];
      length = 0;
      from = end + 1;
    }
    begun.push(some.slice(from));
    length += some.length - from;
    if (length > mostOfLine) {
      yield null;
      return;
    }
  }
  if (length > 0) yield null;
}

function join(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
