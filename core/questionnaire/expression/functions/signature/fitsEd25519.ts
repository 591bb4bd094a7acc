import { sha512 } from '@noble/hashes/sha2.js';
import { add, BASE, decodePoint, littleEndian, multiply, ORDER, same } from './edwards.ts';

const HALF = 32;

/** Whether an Ed25519 signature of `message` is by the owner of `publicKey` (RFC 8032, section 5.1.7). Wrong lengths do not fit. */
export function fitsEd25519(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== 2 * HALF || publicKey.length !== HALF) return false;
  const first = signature.slice(0, HALF);
  const [commitment, owner] = [decodePoint(first), decodePoint(publicKey)];
  const response = littleEndian(signature.slice(HALF));
  if (commitment === undefined || owner === undefined || response >= ORDER) return false;
  const challenge = littleEndian(sha512(Uint8Array.from([...first, ...publicKey, ...message]))) % ORDER;
  return same(multiply(BASE, response), add(commitment, multiply(owner, challenge)));
}
