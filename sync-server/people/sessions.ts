import type { Clock, RandomSource } from '../../core/kernel/index.ts';
import type { Session } from '../../core/protocol/index.ts';
import { hashSecret, newSecret } from '../secrets/index.ts';
import { TENANT, type Store, type Tx } from '../store/index.ts';

export const SESSION_SECONDS = 12 * 60 * 60;

/** Who is signed in. The browser holds a random id; the store only its hash. */
export class Sessions {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #random: RandomSource;
  readonly #watchers = new Map<string, Set<() => void>>();

  constructor(store: Store, clock: Clock, random: RandomSource) {
    this.#store = store;
    this.#clock = clock;
    this.#random = random;
  }

  /** Always a new id, so that one planted before the sign-in is worth nothing after it. */
  async open(tx: Tx, personId: string): Promise<string> {
    const now = this.#clock.now();
    const sessionId = newSecret(this.#random, 32);
    await tx.deleteFrom('session').where('tenant_id', '=', TENANT).where('expires_at', '<=', now).execute();
    await tx
      .insertInto('session')
      .values({
        tenant_id: TENANT,
        session_hash: hashSecret(sessionId),
        person_id: personId,
        created_at: now,
        expires_at: now + SESSION_SECONDS * 1000,
      })
      .execute();
    return sessionId;
  }

  async find(sessionId: string): Promise<Session | null> {
    const row = await this.#store.read
      .selectFrom('session')
      .innerJoin('person', (join) =>
        join
          .onRef('person.tenant_id', '=', 'session.tenant_id')
          .onRef('person.person_id', '=', 'session.person_id'),
      )
      .where('session.tenant_id', '=', TENANT)
      .where('session_hash', '=', hashSecret(sessionId))
      .where('expires_at', '>', this.#clock.now())
      .select(['person.person_id as personId', 'name', 'email'])
      .executeTakeFirst();
    return row === undefined ? null : { ...row, role: 'administrator' };
  }

  async close(sessionId: string): Promise<void> {
    const hash = hashSecret(sessionId);
    await this.#store.write((tx) =>
      tx.deleteFrom('session').where('tenant_id', '=', TENANT).where('session_hash', '=', hash).execute(),
    );
    for (const end of this.#watchers.get(hash) ?? []) end();
  }

  /** Calls `end` when the session is closed; gives the function that stops watching. */
  watch(sessionId: string, end: () => void): () => void {
    const hash = hashSecret(sessionId);
    const watching = this.#watchers.get(hash) ?? new Set();
    this.#watchers.set(hash, watching.add(end));
    return () => {
      watching.delete(end);
      if (watching.size === 0) this.#watchers.delete(hash);
    };
  }
}
