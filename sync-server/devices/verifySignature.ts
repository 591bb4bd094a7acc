import { webcrypto } from 'node:crypto';

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** Whether the key is a point of the curve; anything else could never sign. */
export async function isPublicKey(jwk: webcrypto.JsonWebKey): Promise<boolean> {
  return (await importKey(jwk)) !== null;
}

/** `signature` is base64url of r and s as WebCrypto makes it (IEEE P1363); `publicKey` is a JSON Web Key as text. */
export async function verifySignature(
  publicKey: string,
  statement: string,
  signature: string,
): Promise<boolean> {
  const key = await importKey(JSON.parse(publicKey) as webcrypto.JsonWebKey);
  if (key === null) return false;
  return webcrypto.subtle.verify(
    { name: 'ECDSA', hash: 'SHA-256' },
    key,
    Buffer.from(signature, 'base64url'),
    Buffer.from(statement, 'utf8'),
  );
}

async function importKey({ kty, crv, x, y }: webcrypto.JsonWebKey): Promise<webcrypto.CryptoKey | null> {
  try {
    const jwk = { kty, crv, x, y } as webcrypto.JsonWebKey;
    return await webcrypto.subtle.importKey('jwk', jwk, ECDSA, false, ['verify']);
  } catch {
    return null;
  }
}
