import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { webcrypto } from 'node:crypto';
import { join } from 'node:path';
import type { FileKeys } from '../../core/protocol/index.ts';
import { makeKeyPair, recipientOf } from '../../formats/syncFile/index.ts';

/** The server's keys for sync files: their public halves go to devices (L7), the others open files and sign receipts. */
export interface ServerFileKeys {
  readonly announced: FileKeys;
  /** AGE-SECRET-KEY-1..., as many as are here. */
  readonly identities: readonly string[];
  /** base64url of r and s. */
  readonly signReceipt: (statement: string) => Promise<string>;
}

const IDENTITY = 'sync-file-identity.txt';
const RECOVERY_IDENTITY = 'recovery-identity.txt';
const RECOVERY_RECIPIENT = 'recovery-recipient.txt';
const RECEIPT_KEY = 'receipt-key.json';

/**
 * Opens the keys in the folder `keys` of the data folder, or makes them where there are none; only this account can read them. The
 * identity for recovery may be taken away: its public half stays.
 */
export async function openFileKeys(dataFolder: string): Promise<ServerFileKeys> {
  const folder = join(dataFolder, 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const own = await openIdentity(join(folder, IDENTITY));
  const recoveryRecipient = await readOrMake(join(folder, RECOVERY_RECIPIENT), async () => {
    const made = await openIdentity(join(folder, RECOVERY_IDENTITY));
    return `${await recipientOf(made)}\n`;
  });
  const taken = join(folder, RECOVERY_IDENTITY);
  const recovery = existsSync(taken) ? [await openIdentity(taken)] : [];
  const { announced, signReceipt } = await openReceiptKey(join(folder, RECEIPT_KEY));
  const recipients = [await recipientOf(own), recoveryRecipient.trim()];
  return { announced: { recipients, receiptKey: announced }, identities: [own, ...recovery], signReceipt };
}

/** A key that is there but can't be read: nobody but an operator may say that it is not needed any more. */
export class DamagedKey extends Error {
  constructor(path: string) {
    super(
      `${path} holds no key any more. Put the file back from a copy, or move it away to have a new key made.`,
    );
  }
}

/** What a power cut took the contents of is made anew, too: nobody holds anything written for it. */
const EMPTY = /^[\0\s]*$/;

async function readOrMake(path: string, make: () => Promise<string>): Promise<string> {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (!EMPTY.test(text)) return text;
  rmSync(path, { force: true });
  return keep(path, await make());
}

/** Never over what is there: where somebody else was quicker, theirs is the key. */
function keep(path: string, text: string): string {
  try {
    writeFileSync(path, text, { mode: 0o600, flag: 'wx', flush: true });
    return text;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      return readFileSync(path, 'utf8');
    throw error;
  }
}

/** A file as age-keygen writes it. */
async function openIdentity(path: string): Promise<string> {
  const text = await readOrMake(path, newIdentity);
  const identity = text.split('\n').find((line) => line.startsWith('AGE-SECRET-KEY-1'));
  if (identity === undefined) throw new DamagedKey(path);
  return identity.trim();
}

async function newIdentity(): Promise<string> {
  const { identity, recipient } = await makeKeyPair();
  return `# public key: ${recipient}\n${identity}\n`;
}

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' } as const;

async function openReceiptKey(path: string) {
  const text = await readOrMake(path, newReceiptKey);
  const { jwk, key } = await importReceiptKey(text).catch(() => {
    throw new DamagedKey(path);
  });
  const { x = '', y = '' } = jwk;
  const announced = { kty: 'EC', crv: 'P-256', x, y } as const;
  const signReceipt = async (statement: string): Promise<string> => {
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
    const signature = await webcrypto.subtle.sign(algorithm, key, Buffer.from(statement, 'utf8'));
    return Buffer.from(signature).toString('base64url');
  };
  return { announced, signReceipt };
}

async function importReceiptKey(text: string) {
  const jwk = JSON.parse(text) as webcrypto.JsonWebKey;
  return { jwk, key: await webcrypto.subtle.importKey('jwk', jwk, ECDSA, false, ['sign']) };
}

async function newReceiptKey(): Promise<string> {
  const { privateKey } = await webcrypto.subtle.generateKey(ECDSA, true, ['sign', 'verify']);
  return `${JSON.stringify(await webcrypto.subtle.exportKey('jwk', privateKey))}\n`;
}
