import type { Choice } from '../../core/questionnaire/index.ts';
import { readCsvRows } from '../workbook/csvWorkbook.ts';

export type ExternalChoices = Readonly<Record<string, readonly Choice[]>>;

/** Rows of itemsets.csv by list; columns that are neither name nor label stay columns. */
export function externalChoices(csv: string): ExternalChoices {
  const [headers = [], ...rows] = readCsvRows(csv);
  const lists = new Map<string, Choice[]>();
  for (const cells of rows) {
    const row = new Map(headers.map((header, index) => [header.trim(), cells[index] ?? '']));
    const list = row.get('list_name') ?? row.get('list name') ?? '';
    const name = row.get('name') ?? '';
    const label = row.get('label') ?? '';
    for (const used of ['list_name', 'list name', 'name', 'label']) row.delete(used);
    const columns = Object.fromEntries([...row].filter(([, text]) => text !== ''));
    const choices = lists.get(list) ?? [];
    lists.set(list, choices);
    choices.push({
      name,
      ...(label === '' ? {} : { label: { default: label } }),
      ...(Object.keys(columns).length === 0 ? {} : { columns }),
    });
  }
  return Object.fromEntries([...lists].filter(([list]) => list !== ''));
}
