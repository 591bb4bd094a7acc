import { keyIdOf } from '../../../core/protocol/index.ts';

/** A fresh pair, as its sheet shows it. */
export interface MadeKey {
  readonly keyId: string;
  /** age1... */
  readonly recipient: string;
  /** AGE-SECRET-KEY-1... */
  readonly identity: string;
  /** Of the identity, as SVG. */
  readonly qr: string;
}

/** Made here: the private half never leaves the page but on paper or in a file. */
export async function makeKey(): Promise<MadeKey> {
  const [{ makeKeyPair }, { toString: drawQr }] = await Promise.all([
    import('../../../formats/syncFile/keys.ts'),
    import('qrcode'),
  ]);
  const { recipient, identity } = await makeKeyPair();
  const qr = await drawQr(identity, { type: 'svg', errorCorrectionLevel: 'M' });
  return { keyId: keyIdOf(recipient), recipient, identity, qr };
}

/** As age-keygen writes key files. */
export const keyFile = ({ keyId, recipient, identity }: MadeKey): string =>
  `# Earshot, key of the project ${keyId}\n# public key: ${recipient}\n${identity}\n`;
