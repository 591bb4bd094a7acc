import type { Result } from '../../kernel/index.ts';
import { err, ok } from '../../kernel/index.ts';
import type { QuestionTypeName } from '../questionTypes/index.ts';
import { yesOrNo } from './cellText.ts';
import type { RowReader } from './surveyForm.ts';

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

/** Without what means nothing beside the appearance, and with yes for true where both are written. */
export function usableParameters(
  reader: RowReader,
  type: QuestionTypeName,
  parameters: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const { app, incremental, ...rest } = parameters;
  const appearance = reader.get('control::appearance');
  const usable: Record<string, string> = rest;
  if (incremental !== undefined) usable['incremental'] = yesOrNo(incremental) === true ? 'true' : incremental;
  if (app !== undefined && type === 'image' && appearance !== undefined && appearance !== 'annotate')
    reader.warn(
      'parameters',
      `"app" means nothing beside the appearance "${appearance}"; take one of the two away.`,
    );
  else if (app !== undefined) usable['app'] = app;
  if (type === 'select_one_external' && (rest['value'] !== undefined || rest['label'] !== undefined))
    reader.error(
      'parameters',
      '"value" and "label" belong to lists in files; select_one_external takes randomize and seed.',
    );
  return usable;
}
