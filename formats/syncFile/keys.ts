import {
  Decrypter,
  Encrypter,
  Stanza,
  generateIdentity,
  identityToRecipient,
  type Identity,
} from 'age-encryption';
import { keyIdOf } from '../../core/protocol/index.ts';

/** The type of the stanza that names the keys. Other readers of age pass over stanzas that they do not know. */
const KEYS_STANZA = 'earshot-keys';

export interface KeyPair {
  /** AGE-SECRET-KEY-1...: opens files. */
  readonly identity: string;
  /** age1...: files are written for it. */
  readonly recipient: string;
}

/** A fresh X25519 pair. */
export async function makeKeyPair(): Promise<KeyPair> {
  const identity = await generateIdentity();
  return { identity, recipient: await identityToRecipient(identity) };
}

export const recipientOf = (identity: string): Promise<string> => identityToRecipient(identity);

/** Encrypts for all of them at once; any one opens it. */
export function encrypterFor(recipients: readonly string[]): Encrypter {
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  const named = new Stanza([KEYS_STANZA, ...recipients.map(keyIdOf)], new Uint8Array());
  encrypter.addRecipient({ wrapFileKey: () => [named] });
  return encrypter;
}

export interface NamingDecrypter {
  readonly decrypter: Decrypter;
  /** Of the keys that the file was written for, once its header was read. */
  readonly keyIds: string[];
}

export function decrypterWith(identities: readonly string[]): NamingDecrypter {
  const keyIds: string[] = [];
  const decrypter = new Decrypter();
  const listener: Identity = {
    unwrapFileKey: (stanzas) => {
      const named = stanzas.find(({ args }) => args[0] === KEYS_STANZA);
      keyIds.push(...(named?.args.slice(1, 11) ?? []));
      return null;
    },
  };
  decrypter.addIdentity(listener);
  for (const identity of identities) decrypter.addIdentity(identity);
  return { decrypter, keyIds };
}
