/** Signs the UTF-8 bytes of a text with ECDSA P-256 and SHA-256; base64url of the 64 bytes r and s (IEEE P1363). */
export const signWith =
  (privateKey: CryptoKey) =>
  async (text: string): Promise<string> => {
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
    const signature = await crypto.subtle.sign(algorithm, privateKey, new TextEncoder().encode(text));
    return toBase64Url(new Uint8Array(signature));
  };

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
