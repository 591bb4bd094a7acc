import { err, ok } from '../../core/kernel/index.ts';
import type { Result } from '../../core/kernel/index.ts';
import type { EvaluateItem } from './evaluateItem.ts';

const TEXTS = ['expression', 'context', 'node', 'now', 'timezone', 'language', 'as'] as const;
const KINDS = ['string', 'number', 'boolean'];

/** A batch file's items; one that is malformed is an error in its place and does not stop the others. */
export function readBatch(text: string): Result<readonly Result<EvaluateItem, string>[], string> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (failure) {
    return err(`this is no JSON: ${failure instanceof Error ? failure.message : String(failure)}`);
  }
  if (!Array.isArray(json))
    return err('an array of {expression, context?, node?, now?, timezone?, as?} was expected');
  return ok(json.map(readItem));
}

function readItem(json: unknown): Result<EvaluateItem, string> {
  if (typeof json !== 'object' || json === null) return err('An item is an object with an expression.');
  const fields = new Map<string, string>();
  for (const name of TEXTS) {
    const value: unknown = Reflect.get(json, name);
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string') return err(`"${name}" of an item is a text.`);
    fields.set(name, value);
  }
  const expression = fields.get('expression');
  if (expression === undefined) return err('The item has no expression.');
  const as = fields.get('as');
  if (as !== undefined && !KINDS.includes(as)) return err(`"as" is one of ${KINDS.join(', ')}.`);
  return ok({ ...Object.fromEntries(fields), expression });
}
