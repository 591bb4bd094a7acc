import type { Element, Group, Question, Repeat } from '../definition/index.ts';
import type { Block } from './block.ts';
import { compact } from './compact.ts';
import { expandLoop } from './loop.ts';
import { MORE, withMore } from './more.ts';
import { sharedColumns } from './rowColumns.ts';
import type { RowReader } from './surveyForm.ts';
import type { Control } from './typeCell.ts';

const TABLE_LIST = 'table-list';

interface Opening {
  readonly reader: RowReader;
  readonly name: string;
  readonly control: Control;
  readonly list: string | undefined;
}

/** What stands above the choices of a table: the label and hint of its group, which a field-list does not show by itself. */
function tableHead(reader: RowReader, shared: ReturnType<typeof sharedColumns>): Question | undefined {
  const { label, hint } = shared;
  if (label === undefined && hint === undefined) return undefined;
  const name = `generated_table_list_label_${reader.row.number}`;
  return reader.keep(compact<Question>({ type: 'note', name, label, hint }));
}

function readRepeat({ reader, name }: Opening, elements: Element[], shared: object): Repeat {
  const start = Number(reader.get('earshot_start_instances') ?? Number.NaN);
  return compact<Repeat>({
    ...shared,
    type: 'repeat',
    name,
    repeatCount: reader.get('control::jr:count'),
    startInstances: Number.isInteger(start) && start >= 0 ? start : undefined,
    fixed: reader.get('earshot_fixed') === 'yes' ? true : undefined,
    intent: reader.get('intent'),
    elements,
  });
}

function reportGroupColumns(reader: RowReader, control: Control): void {
  if (reader.get('bind::entities:saveto') !== undefined)
    reader.error(
      'bind::entities:saveto',
      'Groups and repeats cannot be saved to an entity; save the questions in them.',
    );
  if (reader.get('bind::required') !== undefined)
    reader.warn(
      'bind::required',
      'Groups and repeats are never required; make the questions in them required.',
    );
  if (control !== 'repeat' && reader.get('control::jr:count') !== undefined)
    reader.warn('control::jr:count', 'Only repeats are counted; begin a repeat, or take the count away.');
}

/** Reads the row that begins a block. `isTable` says that the selects in it share one list and its head. */
export function openBlock(opening: Opening): Block & { readonly isTable: boolean } {
  const { reader, name, control, list } = opening;
  const { form } = reader;
  reportGroupColumns(reader, control);
  const shared = sharedColumns(reader);
  const words = shared.appearance?.split(/\s+/).filter(Boolean) ?? [];
  const isTable = words.includes(TABLE_LIST);
  const elements: Element[] = [];
  const head = isTable ? tableHead(reader, shared) : undefined;
  if (head !== undefined) elements.push(head);
  const columns = {
    ...shared,
    ...(isTable
      ? { appearance: ['field-list', ...words.filter((word) => word !== TABLE_LIST)].join(' ') }
      : {}),
    ...(head === undefined ? {} : { label: undefined, hint: undefined }),
  };
  const group = (): Group =>
    compact<Group>({ ...columns, type: 'group', name, intent: reader.get('intent'), elements });
  const choices = list === undefined || !Object.hasOwn(form.choices, list) ? undefined : form.choices[list];
  if (control === 'loop' && choices === undefined) {
    const mend =
      list === undefined
        ? 'Write "begin loop over LIST".'
        : `There is no list "${list}" in the choices; add it.`;
    reader.error('type', `A loop goes over the choices of a list. ${mend}`);
  }
  const finish = (): readonly Element[] => {
    if (control === 'repeat')
      return [reader.keep(withMore(readRepeat(opening, elements, columns), reader.get(MORE)))];
    if (control === 'group' || choices === undefined)
      return [reader.keep(withMore(group(), reader.get(MORE)))];
    const copied = (copy: Element, original: Element): void => {
      const origin = form.origins.of(original);
      if (origin !== undefined) form.origins.keep(copy, origin.table, origin.row);
    };
    const loop = expandLoop(group(), choices, form.languages.defaultCode, copied);
    for (const part of loop.elements) reader.keep(part);
    return [reader.keep(loop)];
  };
  return { control, name, reader, elements, finish, isTable };
}
