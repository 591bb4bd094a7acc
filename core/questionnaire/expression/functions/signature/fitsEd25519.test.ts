import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, test } from 'vitest';
import { fitsEd25519 } from './fitsEd25519.ts';

/** The tests 1 to 3 of RFC 8032, section 7.1: public key, message, signature. */
const VECTORS = [
  [
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
  ],
  [
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ],
  [
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a',
  ],
] as const;

describe.each(VECTORS)('RFC 8032, key %s', (key, message, signature) => {
  const [publicKey, signed, by] = [key, message, signature].map(hexToBytes) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];

  test('its own signature fits', () => {
    expect(fitsEd25519(by, signed, publicKey)).toBe(true);
  });

  test('nothing else does', () => {
    expect(fitsEd25519(by, utf8ToBytes('another'), publicKey)).toBe(false);
    for (const place of [0, 31, 32, 63]) {
      const changed = Uint8Array.from(by);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(fitsEd25519(changed, signed, publicKey)).toBe(false);
    }
    expect(fitsEd25519(by, signed, publicKey.slice(1))).toBe(false);
    expect(fitsEd25519(by.slice(1), signed, publicKey)).toBe(false);
    expect(fitsEd25519(by, signed, new Uint8Array(32).fill(255))).toBe(false);
  });
});
