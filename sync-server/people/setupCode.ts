import type { Kysely } from 'kysely';
import type { RandomSource } from '../../core/kernel/index.ts';
import { hashSecret, newSecret, sameHash } from '../secrets/index.ts';
import { TENANT, type Tables } from '../store/index.ts';

/** Lets whoever started the server make its first administrator. Lives as long as the process; another start gives another code. */
export class SetupCode {
  readonly code: string;
  readonly #hash: string;

  constructor(random: RandomSource) {
    this.code = newSecret(random);
    this.#hash = hashSecret(this.code);
  }

  matches(code: string): boolean {
    return sameHash(hashSecret(code), this.#hash);
  }
}

export async function hasAdministrator(db: Kysely<Tables>): Promise<boolean> {
  const person = await db
    .selectFrom('person')
    .where('tenant_id', '=', TENANT)
    .where('role', '=', 'administrator')
    .select('person_id')
    .executeTakeFirst();
  return person !== undefined;
}
