import { err, ok, type Result } from '../../core/kernel/index.ts';
import type { SealedText } from '../../core/response/index.ts';
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
    return err(error instanceof Error && /no identity matched/.test(error.message) ? 'otherKey' : 'damaged');
  }
}
