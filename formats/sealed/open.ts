import { err, ok, type Result } from '../../core/kernel/index.ts';
import type { SealedText } from '../../core/response/index.ts';
import { iterate } from '../syncFile/iterate.ts';
import { decrypterWith } from '../syncFile/keys.ts';

/** `otherKey`: none of the keys opens it. `damaged`: one does, but what is inside was changed or cut. */
export type Unopened = 'otherKey' | 'damaged';

/** What was sealed, word for word; without the blanks that hid its length. */
export async function openSealed(
  { age }: SealedText,
  identities: readonly string[],
): Promise<Result<string, Unopened>> {
  const file = Uint8Array.from(atob(age), (letter) => letter.charCodeAt(0));
  try {
    const text = await decrypterWith(identities).decrypter.decrypt(file, 'text');
    return ok(text.trimEnd());
  } catch (error) {
    return err(troubleOf(error));
  }
}

/**
 * The `bytes` of a sealed file as they come, without the zeros that hid how many they are (K10). They end early where it was changed or cut:
 * whoever reads them compares their hash.
 */
export async function openFile(
  file: ReadableStream<Uint8Array>,
  identities: readonly string[],
  bytes: number,
): Promise<Result<AsyncIterable<Uint8Array>, Unopened>> {
  try {
    return ok(first(bytes, await decrypterWith(identities).decrypter.decrypt(file)));
  } catch (error) {
    return err(troubleOf(error));
  }
}

async function* first(bytes: number, contents: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  let left = bytes;
  try {
    for await (const portion of iterate(contents)) {
      yield portion.subarray(0, left);
      left -= portion.length;
      if (left <= 0) return;
    }
  } catch {
    // What was read so far is told by its hash not to be all.
  }
}

const troubleOf = (error: unknown): Unopened =>
  error instanceof Error && /no identity matched/.test(error.message) ? 'otherKey' : 'damaged';
