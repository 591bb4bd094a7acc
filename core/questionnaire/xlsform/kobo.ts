import type { Choice, Element, Group, Question, Text } from '../definition/index.ts';
import { isQuestion } from '../definition/index.ts';
import type { Block, KoboRows } from './block.ts';
import { compact } from './compact.ts';
import { sharedColumns } from './rowColumns.ts';
import type { RowReader } from './surveyForm.ts';
import { readText } from './texts.ts';

/** KoboToolbox's questions that are made of several rows. */
export type KoboKind = 'score' | 'rank' | 'kobomatrix';

export type KoboCell =
  | { readonly edge: 'begin' | 'end'; readonly kind: KoboKind }
  | { readonly edge: 'row'; readonly kind: 'score' | 'rank' };

export function readKoboType(written: string): KoboCell | undefined {
  const [, edge, name = ''] =
    /^(begin|end)_(score|rank|kobomatrix|koboscore|koborank|matrix)$/.exec(written) ?? [];
  if (edge === 'begin' || edge === 'end') {
    const kind = /score$/.test(name) ? 'score' : /rank$/.test(name) ? 'rank' : 'kobomatrix';
    return { edge, kind };
  }
  if (written === 'score__row') return { edge: 'row', kind: 'score' };
  return written === 'rank__level' ? { edge: 'row', kind: 'rank' } : undefined;
}

const listColumns = {
  score: 'kobo--score-choices',
  rank: 'kobo--rank-items',
  kobomatrix: 'kobo--matrix_list',
} as const;

function listOf(reader: RowReader, kind: KoboKind): string {
  const column = listColumns[kind];
  const list = reader.get(column);
  if (list === undefined)
    reader.error(column, `This needs the name of a list of choices in the column "${column}".`);
  else if (!Object.hasOwn(reader.form.choices, list))
    reader.error(
      column,
      `There is no list "${list}" on the sheet "choices"; add its choices, or mend its name.`,
    );
  return list ?? '';
}

/** What the rows of a score or a ranking become. */
function koboRows(reader: RowReader, kind: 'score' | 'rank', list: string): KoboRows {
  if (kind === 'score')
    return { kind, list, make: (row) => ({ ...row, appearance: row.appearance ?? 'list-nolabel' }) };
  const { table, languages } = reader.form;
  const message = readText(table, reader.row, 'kobo--rank-constraint-message', languages);
  const before: string[] = [];
  const make = (row: Question): Question => {
    const constraint = before.map((name) => `\${${row.name}} != \${${name}}`).join(' and ');
    before.push(row.name);
    return compact<Question>({
      ...row,
      required: 'true()',
      appearance: row.appearance ?? 'minimal',
      constraint: constraint === '' ? row.constraint : constraint,
      constraintMessage: constraint === '' ? row.constraintMessage : (message ?? row.constraintMessage),
    });
  };
  return { kind, list, make };
}

/** A score or a ranking: a group on one page, headed by its label. */
function openRows(reader: RowReader, name: string, kind: 'score' | 'rank'): Block {
  const list = listOf(reader, kind);
  const { label, hint, media, appearance: _, ...shared } = sharedColumns(reader);
  const head: Question = compact<Question>(
    kind === 'score'
      ? { type: 'select_one', name: `${name}_header`, label, hint, media, choices: list, appearance: 'label' }
      : { type: 'note', name: `${name}_label`, label, hint, media },
  );
  const elements: Element[] = [reader.keep(head)];
  const finish = (): readonly Element[] => [
    reader.keep(compact<Group>({ ...shared, type: 'group', name, appearance: 'field-list', elements })),
  ];
  return { control: 'group', name, reader, elements, finish, rows: koboRows(reader, kind, list) };
}

/** The value with each `${name}` of `names` replaced. */
function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string')
    return value.replace(/\$\{\s*([^{}]*?)\s*\}/g, (whole, name: string) => {
      const other = names.get(name);
      return other === undefined ? whole : `\${${other}}`;
    });
  if (Array.isArray(value)) return value.map((item: unknown) => renamed(item, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, renamed(held, names)]));
}

const bold = (text: Text | undefined): Text | undefined =>
  text && Object.fromEntries(Object.entries(text).map(([language, said]) => [language, `**${said}**`]));

const widthOf = ({ appearance }: Question): string => /^w\d+$/.exec(appearance ?? '')?.[0] ?? 'w2';

function matrixRow(
  reader: RowReader,
  name: string,
  choice: Choice,
  columns: readonly Question[],
  width: string,
): Group {
  const base = `${name}_${choice.name}`;
  const names = new Map(columns.map((column) => [column.name, `${base}_${column.name}`]));
  const { origins } = reader.form;
  const questions = columns.map((column): Question => {
    const copy = renamed(column, names) as Question;
    const look = column.choices === undefined ? 'no-label' : 'horizontal-compact';
    const question = { ...copy, name: `${base}_${column.name}`, appearance: `${widthOf(column)} ${look}` };
    const origin = origins.of(column);
    return origin === undefined ? question : origins.keep(question, origin.table, origin.row);
  });
  const note = compact<Question>({
    type: 'note',
    name: `${base}_note`,
    label: bold(choice.label),
    appearance: 'w1',
  });
  return reader.keep({
    type: 'group',
    name: base,
    appearance: width,
    elements: [reader.keep(note), ...questions],
  });
}

/** A matrix: a group of headings, and one for each choice with all its questions. */
function openMatrix(reader: RowReader, name: string): Block {
  const list = listOf(reader, 'kobomatrix');
  const { label, relevant } = sharedColumns(reader);
  const elements: Element[] = [];
  const finish = (): readonly Element[] => {
    const columns = elements.filter(isQuestion);
    if (columns.length < elements.length)
      reader.error('type', 'A matrix holds questions only; move groups and repeats out of it.');
    const width = `w${columns.reduce((sum, column) => sum + Number(widthOf(column).slice(1)), 1)}`;
    const heading = (of: string, text: Text | undefined, appearance: string): Question =>
      reader.keep(
        compact<Question>({
          type: 'note',
          name: of,
          label: bold(text) ?? { [reader.form.languages.defaultCode]: ' ' },
          appearance,
        }),
      );
    const header: Group = {
      type: 'group',
      name: `${name}_header`,
      appearance: width,
      elements: [
        heading(`${name}_header_note`, label, 'w1'),
        ...columns.map((column) => heading(`${name}_header_${column.name}`, column.label, widthOf(column))),
      ],
    };
    const choices = Object.hasOwn(reader.form.choices, list) ? (reader.form.choices[list] ?? []) : [];
    const groups = [
      reader.keep(header),
      ...choices.map((choice) => matrixRow(reader, name, choice, columns, width)),
    ];
    return relevant === undefined ? groups : groups.map((group) => reader.keep({ ...group, relevant }));
  };
  return { control: 'group', name, reader, elements, finish };
}

export const openKobo = (reader: RowReader, name: string, kind: KoboKind): Block =>
  kind === 'kobomatrix' ? openMatrix(reader, name) : openRows(reader, name, kind);
