import { isUuid, type Members } from '../kernel/index.ts';
import { readManifest } from './attachments.ts';

const LONGEST = 200;

export const isName = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= LONGEST;

/** What is wrong with the members that say which response it is, in plain as in an envelope: version, id, revision and these names. */
export function wrongIdentity(value: Members, names: readonly string[]): string | null {
  if (value['schema'] !== 1) return 'schema: expected 1';
  if (!isUuid(value['responseId'])) return 'responseId: expected a UUID';
  if (!Number.isInteger(value['rev']) || (value['rev'] as number) < 1)
    return 'rev: expected a whole number from 1';
  const wrong = names.find((name) => !isName(value[name]));
  return wrong === undefined ? null : `${wrong}: expected a text of 1 to ${String(LONGEST)} characters`;
}

export const wrongManifest = (value: unknown): string | null =>
  readManifest(value) === null ? 'attachments: expected a list of {name, mediaType, bytes, sha256}' : null;
