import { err, ok } from '../../kernel/index.ts';
import type { Result } from '../../kernel/index.ts';
import type { Definition } from './definition.ts';
import type { Problem } from './problem.ts';
import type { Place } from './schema/conform.ts';
import { conform } from './schema/conform.ts';
import { definitionSchema } from './schema/definitionSchema.ts';

function keysTo(place: Place | undefined): readonly string[] {
  const keys: string[] = [];
  for (let at = place; at !== undefined; at = at.parent) keys.push(at.key);
  return keys.reverse();
}

const escapeKey = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** JSON Pointer of a chain of keys, shortened in the middle of monsters. */
const pointerTo = (keys: readonly string[]): string =>
  keys.map((key) => `/${escapeKey(key.slice(0, 200))}`).join('');

/** Reads a definition from JSON: its shape only, exactly as the published JSON Schema says it. At most 200 problems. */
export function parseDefinition(raw: unknown): Result<Definition, readonly Problem[]> {
  const misfits = conform(raw, definitionSchema);
  if (misfits.length === 0) return ok(raw as Definition);
  return err(
    misfits.map(({ place, message }): Problem => {
      const pointer = pointerTo(keysTo(place));
      return {
        severity: 'error',
        code: 'shape',
        pointer,
        place: pointer === '' ? 'questionnaire' : pointer,
        column: '',
        message,
      };
    }),
  );
}
