import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { stringTerm } from '../evaluation/scalarTerms.ts';
import { EvaluationFailure } from '../problem.ts';
import { fromBase64, fromUtf8, toBase64 } from './bytes.ts';
import type { FunctionDefinition } from './functionDefinition.ts';
import { binary, present, unary, variadic } from './functionDefinition.ts';
import { fitsEd25519 } from './signature/fitsEd25519.ts';

type Hash = (message: Uint8Array) => Uint8Array;

const ALGORITHMS: ReadonlyMap<string, Hash> = new Map<string, Hash>([
  ['MD5', md5],
  ['SHA-1', sha1],
  ['SHA-256', sha256],
  ['SHA-384', sha384],
  ['SHA-512', sha512],
]);

export const DIGESTS: readonly FunctionDefinition[] = [
  variadic('digest', [2, 3], ([data, algorithm, encoding]) => {
    const [message, name] = [present(data), present(algorithm)];
    return stringTerm((context) =>
      digest(message.string(context), name.string(context), encoding?.string(context) ?? 'base64'),
    );
  }),
  unary('base64-decode', (text) =>
    stringTerm((context) => fromUtf8(fromBase64(text.string(context)) ?? new Uint8Array())),
  ),
  binary('extract-signed', (text, key) =>
    stringTerm((context) => extractSigned(text.string(context), key.string(context))),
  ),
];

function digest(message: string, algorithm: string, encoding: string): string {
  // JavaRosa also takes SHA256 and sha-256.
  const hash = ALGORITHMS.get(algorithm.toUpperCase().replace(/^SHA-?(?=\d)/, 'SHA-'));
  if (hash === undefined) {
    throw new EvaluationFailure(
      `digest() does not know "${algorithm}": use ${[...ALGORITHMS.keys()].join(', ')}.`,
    );
  }
  const bytes = hash(utf8ToBytes(message));
  const wanted = encoding.toLowerCase();
  if (wanted === 'hex') return bytesToHex(bytes);
  if (wanted === 'base64') return toBase64(bytes);
  throw new EvaluationFailure(`digest() does not know the encoding "${encoding}": use base64 or hex.`);
}

const SIGNATURE_LENGTH = 64;

/** The message after an Ed25519 signature (both in base64), or '' when the signature does not fit. */
function extractSigned(text: string, key: string): string {
  const [bytes, publicKey] = [fromBase64(text), fromBase64(key)];
  if (bytes === undefined || publicKey === undefined || bytes.length < SIGNATURE_LENGTH) return '';
  const message = bytes.slice(SIGNATURE_LENGTH);
  return fitsEd25519(bytes.slice(0, SIGNATURE_LENGTH), message, publicKey) ? fromUtf8(message) : '';
}
