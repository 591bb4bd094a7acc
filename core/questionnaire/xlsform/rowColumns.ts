import type { Attributes, Group } from '../definition/index.ts';
import { asCondition } from './cellText.ts';
import { unlessEmpty } from './compact.ts';
import { withoutForeign } from './foreignExpressions.ts';
import { MORE } from './more.ts';
import type { RowReader } from './surveyForm.ts';
import { readMedia, readText } from './texts.ts';

type Shared = Omit<Group, 'type' | 'name' | 'elements' | 'intent'>;

/** Attributes of a bind that have columns of their own in the definition. */
const bound: ReadonlySet<string> = new Set([
  ...['relevant', 'readonly', 'required', 'constraint', 'calculate', 'jr:constraintMsg', 'jr:requiredMsg'],
  ...['entities:saveto'],
]);
const ofBody: ReadonlySet<string> = new Set(['appearance', 'jr:count']);

/** Columns that are read elsewhere, so that they are no extra. */
const readElsewhere: ReadonlySet<string> = new Set([
  ...['type', 'name', 'label', 'hint', 'guidance_hint', 'default', 'parameters', 'trigger', 'choice_filter'],
  ...['bind', 'control', 'media', 'instance', 'intent', 'disabled', 'minimum_seconds', 'earshot_warning'],
  ...['earshot_warning_message', 'earshot_special_answers', 'earshot_fixed', 'earshot_start_instances', MORE],
  ...['kobo--score-choices', 'kobo--rank-items', 'kobo--rank-constraint-message', 'kobo--matrix_list'],
]);

/** The columns `first::x`, by x. */
function attributes(reader: RowReader, first: string, without: ReadonlySet<string>): Attributes | undefined {
  const found: [string, string][] = [];
  for (const { parts, key } of reader.row.filled) {
    const text = reader.get(key);
    const [group, name = ''] = parts;
    if (group === first && name !== '' && !without.has(name) && text !== undefined) found.push([name, text]);
  }
  return unlessEmpty(Object.fromEntries(found));
}

function extras(reader: RowReader): Readonly<Record<string, string>> | undefined {
  const found: [string, string][] = [];
  for (const { parts, key, header, known } of reader.row.filled) {
    const text = reader.get(key);
    if (text === undefined || (known && readElsewhere.has(parts[0] ?? ''))) continue;
    found.push([known ? key : header, text]);
  }
  return unlessEmpty(Object.fromEntries(found));
}

export const condition = (reader: RowReader, key: string): string | undefined => {
  const text = reader.get(key);
  return text === undefined ? undefined : withoutForeign(reader, key, asCondition(text));
};

/** What questions, groups and repeats have alike. */
export function sharedColumns(reader: RowReader): { readonly [K in keyof Shared]: Shared[K] | undefined } {
  const { table, languages, findings } = reader.form;
  const text = (key: string) => readText(table, reader.row, key, languages);
  return {
    label: text('label'),
    hint: text('hint'),
    guidanceHint: text('guidance_hint'),
    media: readMedia(table, reader.row, languages, findings),
    relevant: condition(reader, 'bind::relevant'),
    readOnly: condition(reader, 'bind::readonly'),
    appearance: reader.get('control::appearance'),
    bind: attributes(reader, 'bind', bound),
    body: attributes(reader, 'control', ofBody),
    instance: attributes(reader, 'instance', new Set()),
    extra: extras(reader),
  };
}
