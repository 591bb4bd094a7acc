import type { Result } from '../../kernel/index.ts';
import { err, ok } from '../../kernel/index.ts';

/** Values that name columns, lists or questions keep their capitals. */
const AS_WRITTEN: ReadonlySet<string> = new Set([
  'label',
  'value',
  'reference-geometry',
  'tick_labelset',
  'seed',
]);

/** `randomize=true seed=3`, with spaces, commas or semicolons between. */
export function readParameters(text: string): Result<Readonly<Record<string, string>>, string> {
  const parameters = new Map<string, string>();
  const pieces = text.match(/[^\s=,;]+|=/g) ?? [];
  for (let at = 0; at < pieces.length; at += 3) {
    const [key = '', equals, value = ''] = pieces.slice(at, at + 3);
    if (key === '=' || equals !== '=' || value === '' || value === '=')
      return err(`"${text.slice(0, 80)}" should be pairs such as "start=1 end=5", with spaces between.`);
    const name = key.toLowerCase();
    parameters.set(name, AS_WRITTEN.has(name) ? value : value.toLowerCase());
  }
  return ok(Object.fromEntries(parameters));
}
