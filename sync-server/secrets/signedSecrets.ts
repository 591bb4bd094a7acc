import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock, RandomSource } from '../../core/kernel/index.ts';
import type { SharedKeys } from './sharedKeys.ts';

/** When the key was made, until when the secret is good, random bits; then the signature, then whose it is. */
const MOMENT = 8;
const SIGNED = 3 * MOMENT;
const HEAD = SIGNED + 32;

/** What a secret says that one of our servers signed and that is still good. */
interface Signed {
  readonly owner: string;
  /** Wall clock of the servers. */
  readonly until: number;
}

/** Secrets of different kinds are worth nothing in each other's place. */
interface Kind {
  readonly purpose: string;
  readonly storeEpoch: string;
  readonly seconds: number;
}

/**
 * Secrets that live for a while, each belonging to somebody. Nothing is kept of them: each says whose it is and until when, signed with a
 * key that all servers of the store have. They are of one epoch of the store, so that after a restored backup none is good any more.
 */
export class SignedSecrets {
  readonly #keys: SharedKeys;
  readonly #clock: Clock;
  readonly #random: RandomSource;
  readonly #kind: Kind;
  readonly #label: string;

  constructor(keys: SharedKeys, ports: { readonly clock: Clock; readonly random: RandomSource }, kind: Kind) {
    this.#keys = keys;
    this.#clock = ports.clock;
    this.#random = ports.random;
    this.#kind = kind;
    this.#label = JSON.stringify([kind.purpose, kind.storeEpoch]);
  }

  /** Another one each time. */
  async issue(owner: string): Promise<string> {
    const { madeAt, secret } = await this.#keys.newest();
    const head = Buffer.alloc(SIGNED);
    head.writeBigUInt64BE(BigInt(madeAt), 0);
    head.writeBigUInt64BE(BigInt(this.#clock.now() + this.#kind.seconds * 1000), MOMENT);
    head.set(this.#random.bytes(MOMENT), 2 * MOMENT);
    const said = Buffer.from(owner, 'utf8');
    return Buffer.concat([head, this.#sign(secret, head, said), said]).toString('base64url');
  }

  /** null: nobody's, or not any more. */
  async read(text: string): Promise<Signed | null> {
    const bytes = Buffer.from(text, 'base64url');
    if (bytes.length < HEAD) return null;
    const head = bytes.subarray(0, SIGNED);
    const until = Number(head.readBigUInt64BE(MOMENT));
    if (until <= this.#clock.now()) return null;
    const key = await this.#keys.find(Number(head.readBigUInt64BE(0)));
    if (key === null) return null;
    const said = bytes.subarray(HEAD);
    const signature = bytes.subarray(SIGNED, HEAD);
    if (!timingSafeEqual(signature, this.#sign(key.secret, head, said))) return null;
    return { owner: said.toString('utf8'), until };
  }

  #sign(secret: Buffer, head: Buffer, said: Buffer): Buffer {
    return createHmac('sha256', secret).update(this.#label).update('\n').update(head).update(said).digest();
  }
}
