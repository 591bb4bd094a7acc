import { keyIdOf } from '../../core/protocol/index.ts';
import {
  envelop,
  textToSeal,
  type Response,
  type SealedResponse,
  type SealedText,
} from '../../core/response/index.ts';
import { encrypterFor } from '../syncFile/keys.ts';

/** Seals a response to all recipients at once; the key of any one opens it (K2). No two envelopes of a response are the same. */
export async function sealTo(recipients: readonly string[], response: Response): Promise<SealedResponse> {
  const file = await encrypterFor(recipients).encrypt(textToSeal(response));
  const sealed: SealedText = { format: 1, keys: recipients.map(keyIdOf), age: toBase64(file) };
  return envelop(response, sealed);
}

/** So much at a time fits on the stack of every browser. */
const AT_ONCE = 8_192;

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += AT_ONCE)
    text += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  return btoa(text);
}
