import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { webcrypto } from 'node:crypto';
import { join } from 'node:path';
import type { FileKeys } from '../../core/protocol/index.ts';
import { makeKeyPair, recipientOf } from '../../formats/syncFile/index.ts';
import type { Store } from '../store/index.ts';
import { shareIn, type Share } from './shareIn.ts';

/** The server's keys for sync files: their public halves go to devices (L7), the others open files and sign receipts. */
export interface ServerFileKeys {
  readonly announced: FileKeys;
  /** AGE-SECRET-KEY-1..., as many as are here. */
  readonly identities: readonly string[];
  /** base64url of r and s. */
  readonly signReceipt: (statement: string) => Promise<string>;
}

const IDENTITY = 'sync-file-identity.txt';
export const RECOVERY_IDENTITY = 'recovery-identity.txt';
const RECOVERY_RECIPIENT = 'recovery-recipient.txt';
const RECEIPT_KEY = 'receipt-key.json';

/**
 * Opens the keys in the folder `keys` of the data folder, or makes them where there are none; only this account can read them. The
 * identity for recovery may be taken away: its public half stays. Where several servers work on one store, what the first of them has
 * is in the store for all; what a folder has beyond that opens what was written for it before, and no more.
 */
export async function openFileKeys(dataFolder: string, store: Store): Promise<ServerFileKeys> {
  const folder = join(dataFolder, 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const share = shareIn(store);
  const here = identityIn(await readOrMake(join(folder, IDENTITY), newIdentity), join(folder, IDENTITY));
  const own = identityIn(await share(IDENTITY, here), IDENTITY);
  const recoveryRecipient = await share(RECOVERY_RECIPIENT, await openRecovery(folder));
  const taken = join(folder, RECOVERY_IDENTITY);
  const recovery = existsSync(taken) ? [identityIn(readFileSync(taken, 'utf8'), taken)] : [];
  const { announced, signReceipt } = await openReceiptKey(join(folder, RECEIPT_KEY), share);
  const recipients = [await recipientOf(own), recoveryRecipient.trim()];
  return {
    announced: { recipients, receiptKey: announced },
    identities: [...new Set([own, here, ...recovery])],
    signReceipt,
  };
}

/** The public half, whose identity lies beside it until somebody takes it away. */
const openRecovery = (folder: string): Promise<string> =>
  readOrMake(join(folder, RECOVERY_RECIPIENT), async () => {
    const path = join(folder, RECOVERY_IDENTITY);
    const made = identityIn(await readOrMake(path, newIdentity), path);
    return `${await recipientOf(made)}\n`;
  });

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

/** Of a file as age-keygen writes it. */
function identityIn(text: string, path: string): string {
  const identity = text.split('\n').find((line) => line.startsWith('AGE-SECRET-KEY-1'));
  if (identity === undefined) throw new DamagedKey(path);
  return identity.trim();
}

async function newIdentity(): Promise<string> {
  const { identity, recipient } = await makeKeyPair();
  return `# public key: ${recipient}\n${identity}\n`;
}

const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' } as const;

async function openReceiptKey(path: string, share: Share) {
  const here = await readOrMake(path, newReceiptKey);
  await readReceiptKey(here, path);
  const { jwk, key } = await readReceiptKey(await share(RECEIPT_KEY, here), path);
  const { x = '', y = '' } = jwk;
  const announced = { kty: 'EC', crv: 'P-256', x, y } as const;
  const signReceipt = async (statement: string): Promise<string> => {
    const algorithm = { name: 'ECDSA', hash: 'SHA-256' };
    const signature = await webcrypto.subtle.sign(algorithm, key, Buffer.from(statement, 'utf8'));
    return Buffer.from(signature).toString('base64url');
  };
  return { announced, signReceipt };
}

async function readReceiptKey(text: string, path: string) {
  try {
    const jwk = JSON.parse(text) as webcrypto.JsonWebKey;
    return { jwk, key: await webcrypto.subtle.importKey('jwk', jwk, ECDSA, false, ['sign']) };
  } catch {
    throw new DamagedKey(path);
  }
}

async function newReceiptKey(): Promise<string> {
  const { privateKey } = await webcrypto.subtle.generateKey(ECDSA, true, ['sign', 'verify']);
  return `${JSON.stringify(await webcrypto.subtle.exportKey('jwk', privateKey))}\n`;
}
