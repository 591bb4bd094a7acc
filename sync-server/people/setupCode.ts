import { createHmac } from 'node:crypto';
import type { Kysely } from 'kysely';
import { hashSecret, sameHash, type SharedKeys } from '../secrets/index.ts';
import { TENANT, type Tables } from '../store/index.ts';

/**
 * Lets whoever started the server make its first administrator. It follows from the keys of the store, so that the link of one server is
 * good at the others, too, and changes with them.
 */
export class SetupCode {
  readonly code: string;
  readonly #keys: SharedKeys;

  static async from(keys: SharedKeys): Promise<SetupCode> {
    return new SetupCode(keys, codeOf(await keys.newest()));
  }

  private constructor(keys: SharedKeys, code: string) {
    this.#keys = keys;
    this.code = code;
  }

  matches(code: string): boolean {
    return this.#keys.all().some((key) => sameHash(hashSecret(code), hashSecret(codeOf(key))));
  }
}

/** As long as other secrets that links bear: 128 bits. */
const codeOf = ({ secret }: { readonly secret: Buffer }): string =>
  createHmac('sha256', secret).update('setup').digest().subarray(0, 16).toString('base64url');

export async function hasAdministrator(db: Kysely<Tables>): Promise<boolean> {
  const person = await db
    .selectFrom('person')
    .where('tenant_id', '=', TENANT)
    .where('role', '=', 'administrator')
    .select('person_id')
    .executeTakeFirst();
  return person !== undefined;
}
