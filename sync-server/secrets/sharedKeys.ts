import type { Clock, RandomSource } from '../../core/kernel/index.ts';
import { TENANT, dialectOf, type Store, type Tx } from '../store/index.ts';
import { newSecret } from './secret.ts';

interface SharedKey {
  readonly madeAt: number;
  readonly secret: Buffer;
}

/** Milliseconds. A key signs for a day, and is known for another one. */
const SIGNS_FOR = 24 * 3_600_000;
const KNOWN_FOR = 2 * SIGNS_FOR;
/** How old what we know of the other servers' keys may be, and how soon an unknown key is looked for again. */
const FRESH_FOR = 600_000;
const LOOK_AGAIN_AFTER = 1_000;

/**
 * The keys that the servers of one store sign with, so that each of them knows what another one gave out. They lie in the database and
 * change daily, as a copy of it may lie where fewer eyes watch. A store that only one server can have open begins anew with each start:
 * its folder may have been put back, and devices that have to say hello notice.
 */
export class SharedKeys {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #random: RandomSource;
  #keys: readonly SharedKey[] = [];
  #readAt = -Infinity;

  static async open(store: Store, clock: Clock, random: RandomSource): Promise<SharedKeys> {
    const keys = new SharedKeys(store, clock, random);
    if (dialectOf(store.read) === 'sqlite')
      await store.write((tx) => tx.deleteFrom('shared_key').where('tenant_id', '=', TENANT).execute());
    await keys.renew();
    return keys;
  }

  private constructor(store: Store, clock: Clock, random: RandomSource) {
    this.#store = store;
    this.#clock = clock;
    this.#random = random;
  }

  /** Makes a new key where the newest has had its day, and forgets those that nobody signs with any more. */
  async renew(): Promise<void> {
    await this.#store.write((tx) => this.#renewIn(tx));
    await this.#read();
  }

  async newest(): Promise<SharedKey> {
    if (this.#clock.monotonic() - this.#readAt > FRESH_FOR) await this.#read();
    const newest = this.#keys.at(-1);
    if (newest === undefined) throw new Error('the store has lost its keys');
    return newest;
  }

  /** Oldest first. */
  all(): readonly SharedKey[] {
    return this.#keys;
  }

  /** The key that was made at this moment; null: none was, as far as a look a moment ago could tell. */
  async find(madeAt: number): Promise<SharedKey | null> {
    const found = this.#keys.find((key) => key.madeAt === madeAt);
    if (found !== undefined) return found;
    if (this.#clock.monotonic() - this.#readAt <= LOOK_AGAIN_AFTER) return null;
    await this.#read();
    return this.#keys.find((key) => key.madeAt === madeAt) ?? null;
  }

  async #read(): Promise<void> {
    this.#readAt = this.#clock.monotonic();
    const rows = await this.#store.read
      .selectFrom('shared_key')
      .where('tenant_id', '=', TENANT)
      .orderBy('made_at')
      .select(['made_at', 'secret'])
      .execute();
    this.#keys = rows.map((row) => ({ madeAt: row.made_at, secret: Buffer.from(row.secret, 'base64url') }));
  }

  async #renewIn(tx: Tx): Promise<void> {
    const now = this.#clock.now();
    await tx
      .deleteFrom('shared_key')
      .where('tenant_id', '=', TENANT)
      .where('made_at', '<', now - KNOWN_FOR)
      .execute();
    const newest = await tx
      .selectFrom('shared_key')
      .where('tenant_id', '=', TENANT)
      .where('made_at', '>', now - SIGNS_FOR)
      .select('made_at')
      .executeTakeFirst();
    if (newest !== undefined) return;
    const made = { tenant_id: TENANT, made_at: now, secret: newSecret(this.#random, 32) };
    await tx
      .insertInto('shared_key')
      .values(made)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
