import type { AnswerValue } from '../questionTypes/index.ts';
import { questionTypeOf } from '../questionTypes/index.ts';
import { isDynamicDefault } from './dynamicDefault.ts';
import type { Asked } from './asked.ts';
import { withoutForeign } from './foreignExpressions.ts';
import type { RowReader } from './surveyForm.ts';

interface Defaults {
  readonly default: string | undefined;
  readonly dynamicDefault: string | undefined;
}

const nothing: Defaults = { default: undefined, dynamicDefault: undefined };

const withoutValue: ReadonlySet<string> = new Set([
  ...['audio', 'video', 'file', 'osm', 'background-audio', 'csv-external', 'xml-external', 'audit'],
]);

/** The first word of a default that is no choice, where the choices are known and all offered. */
function strangeChoice(
  reader: RowReader,
  { choices, orOther }: Asked,
  value: AnswerValue,
): string | undefined {
  const lists = reader.form.choices;
  if (choices === undefined || !Object.hasOwn(lists, choices) || orOther === true) return undefined;
  if (reader.get('choice_filter') !== undefined) return undefined;
  const names = new Set(lists[choices]?.map(({ name }) => name));
  const words: readonly unknown[] = Array.isArray(value) ? value : [value];
  return words.find((word): word is string => typeof word === 'string' && !names.has(word));
}

/** How a spreadsheet's cell of a moment reads. */
const CELL_OF_TIME = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}:\d{2})(?:\.0+)?)?$/;

/** Why the question cannot begin with this, or undefined when it can. */
function misfit(reader: RowReader, asked: Asked, text: string): string | undefined {
  if (withoutValue.has(asked.type)) return `A question of type ${asked.type} cannot begin with a value.`;
  const decoded = questionTypeOf(asked.type).decode(text);
  if (!decoded.ok) return `"${text.slice(0, 60)}" is no answer of type ${asked.type}.`;
  const strange = strangeChoice(reader, asked, decoded.value);
  return strange === undefined
    ? undefined
    : `"${strange.slice(0, 60)}" is no choice of list "${asked.choices ?? ''}".`;
}

/** What a question begins with: a value, or an expression that gives one. */
export function readDefault(reader: RowReader, asked: Asked): Defaults {
  const text = reader.get('default');
  if (text === undefined) return nothing;
  if (isDynamicDefault(text, asked.written))
    return { ...nothing, dynamicDefault: withoutForeign(reader, 'default', text) };
  const moment = asked.type === 'dateTime' ? CELL_OF_TIME.exec(text) : null;
  // In the zone of the interview, as it says none.
  if (moment !== null) return { ...nothing, default: `${moment[1] ?? ''}T${moment[2] ?? '00:00:00'}.000` };
  const isImage = asked.type === 'image' && !text.includes('jr://images/');
  const value = isImage ? `jr://images/${text}` : text;
  const why = misfit(reader, asked, value);
  if (why === undefined) return { ...nothing, default: value };
  reader.unsupported('default', `${why} So the question begins without one.`);
  return nothing;
}
