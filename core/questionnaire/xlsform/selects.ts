import type { Question } from '../definition/index.ts';
import { suggestion } from '../definition/nearestName.ts';
import type { ChoiceLists } from './choices.ts';
import type { Asked } from './asked.ts';
import { onlyReference } from './references.ts';
import type { Languages } from './languages.ts';
import type { RowReader } from './surveyForm.ts';
import type { Table } from './table.ts';
import type { SelectType } from './typeCell.ts';
import { readTypeCell } from './typeCell.ts';

interface SelectCell {
  readonly type: SelectType;
  readonly list: string;
  readonly orOther: boolean;
}

const FILE = /\.(?:csv|xml|geojson)$/i;

function missingList(reader: RowReader, lists: ChoiceLists | undefined, list: string, sheet: string): void {
  if (lists !== undefined && Object.hasOwn(lists, list)) return;
  if (lists === undefined || Object.keys(lists).length === 0) {
    const message = `The list "${list}" is asked for, but there is no sheet "${sheet}" with the columns list_name and name.${reader.form.nearSheet(sheet)} Add the sheet with the list.`;
    reader.error('type', message);
    return;
  }
  const mend = suggestion(list, Object.keys(lists)) || ' Add its choices, or mend its name.';
  reader.error('type', `There is no list "${list}" on the sheet "${sheet}".${mend}`);
}

function checkOrOther(reader: RowReader, { type, list }: SelectCell): void {
  if (reader.get('choice_filter') !== undefined)
    reader.error(
      'choice_filter',
      '"or_other" cannot stand beside a choice filter; add a choice "other" and a text question yourself.',
    );
  if (type === 'rank' || type === 'select_one_external' || FILE.test(list) || list.startsWith('${'))
    reader.error(
      'type',
      '"or_other" needs a list of the sheet "choices"; take it away, and add a text question yourself.',
    );
}

/** Where the choices of a select come from, as its list says. */
export function readSelect(reader: RowReader, name: string, cell: SelectCell): Asked {
  const { type, list, orOther } = cell;
  const asked = { type, name, written: type, orOther };
  if (orOther) checkOrOther(reader, cell);
  if (type === 'select_one_external') {
    missingList(reader, reader.form.externalChoices, list, 'external_choices');
    if (reader.get('choice_filter') === undefined)
      reader.warn(
        'choice_filter',
        'select_one_external is meant for long lists with a choice_filter; add one, or use select_one.',
      );
    return { ...asked, choices: list };
  }
  const fromFile = type === 'select_one_from_file' || type === 'select_multiple_from_file';
  if (fromFile || (FILE.test(list) && type !== 'rank')) {
    if (!FILE.test(list))
      reader.error(
        'type',
        `The file "${list}" should end in .csv, .xml or .geojson, e.g. "${list.replace(/\.[^.]*$/, '')}.csv".`,
      );
    const many = type === 'select_multiple' || type === 'select_multiple_from_file';
    return { ...asked, type: many ? 'select_multiple_from_file' : 'select_one_from_file', file: list };
  }
  const from = onlyReference(list);
  if (from !== undefined) return { ...asked, choicesFrom: from };
  missingList(reader, reader.form.choices, list, 'choices');
  return { ...asked, choices: list };
}

/**
 * Adds the choice "other" to the lists of selects with or_other. Everyone who uses such a list has it then, as in all tools that
 * read XLSForms.
 */
export function addOthers(survey: Table, choices: ChoiceLists, languages: Languages): void {
  for (const { cells } of survey.rows) {
    const cell = readTypeCell(cells.get('type') ?? '');
    if (cell.kind !== 'select' || !cell.orOther || !Object.hasOwn(choices, cell.list)) continue;
    const list = choices[cell.list] ?? [];
    if (list.some(({ name }) => name === 'other')) continue;
    const spoken = new Set(list.flatMap(({ label }) => Object.keys(label ?? {})));
    if (spoken.size === 0) spoken.add(languages.defaultCode);
    list.push({ name: 'other', label: Object.fromEntries(Array.from(spoken, (code) => [code, 'Other'])) });
  }
}

/** The rows of a table-list: its first select is preceded by one that shows the labels only. */
export class TableList {
  private list: string | undefined;

  constructor(private readonly name = 'reserved_name_for_field_list_labels_') {}

  /** The elements that a select becomes in the table. */
  add(reader: RowReader, question: Question): readonly Question[] {
    const { choices, type } = question;
    if (choices === undefined) {
      reader.error(
        'type',
        'The questions of a table-list share one list of the sheet "choices"; move this one out of the group.',
      );
      return [question];
    }
    const plain: Question = reader.keep({ ...question, appearance: 'list-nolabel' });
    if (this.list === undefined) {
      this.list = choices;
      if (question.choiceFilter !== undefined)
        reader.error('choice_filter', 'A table-list cannot show filtered choices; take the filter away.');
      const head: Question = { type, name: `${this.name}${reader.row.number}`, choices, appearance: 'label' };
      return [reader.keep(head), plain];
    }
    if (this.list !== choices)
      reader.error(
        'type',
        `The questions of a table-list share one list, but here are "${this.list}" and "${choices}"; split the group.`,
      );
    return [plain];
  }
}
