import type { Choice } from '../definition/index.ts';
import { yesOrNo } from './cellText.ts';
import { compact, unlessEmpty } from './compact.ts';
import type { Findings } from './findings.ts';
import type { Languages } from './languages.ts';
import { MORE, withMore } from './more.ts';
import type { Origins } from './origins.ts';
import { brokenReference } from './references.ts';
import type { Row, Table } from './table.ts';
import { headerOf } from './table.ts';
import { readMedia, readText } from './texts.ts';

export type ChoiceLists = Record<string, Choice[]>;

interface Reading {
  readonly table: Table;
  readonly languages: Languages;
  readonly origins: Origins;
  readonly findings: Findings;
}

/** Headers that cannot be columns of the data: they are dropped, as notes beside the lists. */
function unusableHeaders({ table, findings }: Reading): ReadonlySet<string> {
  const unusable = new Set<string>();
  for (const { key, header, known } of table.columns) {
    if (known || !/\s/.test(header)) continue;
    unusable.add(key);
    const message =
      'A header with a space cannot be a column of the list, so it is passed over; write it with underscores.';
    findings.warn({ sheet: table.sheet, row: 1, column: header }, message);
  }
  return unusable;
}

function readColumns(row: Row, unusable: ReadonlySet<string>): Readonly<Record<string, string>> {
  const columns: [string, string][] = [];
  for (const { key, known } of row.filled) {
    const text = row.cells.get(key);
    if (!known && !unusable.has(key) && text !== undefined) columns.push([key, text]);
  }
  return Object.fromEntries(columns);
}

function checkReferences({ table, findings }: Reading, row: Row): void {
  for (const column of row.filled) {
    if (!/^(?:label|media)(?:::|$)/.test(column.key)) continue;
    const broken = brokenReference(row.cells.get(column.key) ?? '');
    if (broken === undefined) continue;
    const message = `"${broken}" should be a name between \${ and }, e.g. \${age}.`;
    findings.error({ sheet: table.sheet, row: row.number, column: column.header }, message);
  }
}

function readChoice(reading: Reading, row: Row, name: string, unusable: ReadonlySet<string>): Choice {
  const { table, languages, findings, origins } = reading;
  checkReferences(reading, row);
  const label = readText(table, row, 'label', languages);
  if (label === undefined) {
    const place = { sheet: table.sheet, row: row.number, column: headerOf(table, 'label') };
    findings.warn(place, `The choice "${name}" has no label; people would see nothing, or the bare name.`);
  }
  const read = compact<Choice>({
    name,
    label,
    media: readMedia(table, row, languages, findings),
    exclusive: yesOrNo(row.cells.get('earshot_exclusive') ?? '') === true ? true : undefined,
    columns: unlessEmpty(readColumns(row, unusable)),
  });
  return origins.keep(withMore(read, row.cells.get(MORE)), table, row.number);
}

/** Reads the lists of a sheet; rows without a list name belong to none. */
export function readChoiceLists(reading: Reading): ChoiceLists {
  const { table, findings } = reading;
  const unusable = unusableHeaders(reading);
  const lists = new Map<string, Choice[]>();
  for (const row of table.rows) {
    const list = row.cells.get('list_name');
    const name = row.cells.get('name');
    const place = { sheet: table.sheet, row: row.number };
    if (list === undefined) {
      if (name !== undefined)
        findings.warn(
          { ...place, column: 'list_name' },
          `The choice "${name}" belongs to no list, so it is passed over; name its list.`,
        );
      continue;
    }
    if (name === undefined) {
      findings.error({ ...place, column: 'name' }, `This choice of list "${list}" has no name; give it one.`);
      continue;
    }
    const choices = lists.get(list) ?? [];
    if (choices.length === 0) lists.set(list, choices);
    choices.push(readChoice(reading, row, name, unusable));
  }
  return Object.fromEntries(lists);
}
