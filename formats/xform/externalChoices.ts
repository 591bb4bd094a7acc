import type { Choice, Text } from '../../core/questionnaire/index.ts';
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
    const label = labelOf(row);
    for (const header of row.keys()) if (OWN.test(header)) row.delete(header);
    const columns = Object.fromEntries([...row].filter(([, text]) => text !== ''));
    const choices = lists.get(list) ?? [];
    lists.set(list, choices);
    choices.push({
      name,
      ...(Object.keys(label).length === 0 ? {} : { label }),
      ...(Object.keys(columns).length === 0 ? {} : { columns }),
    });
  }
  return Object.fromEntries([...lists].filter(([list]) => list !== ''));
}

const OWN = /^(?:list[_ ]name|name|label(?:::.*)?)$/;

/** `label`, and `label::English (en)` for each language. */
function labelOf(row: ReadonlyMap<string, string>): Text {
  const found: Record<string, string> = {};
  for (const [header, text] of row) {
    const [isLabel, language] = /^label(?:::(.*))?$/.exec(header) ?? [];
    if (isLabel === undefined || text === '') continue;
    const [, code] = /\(([^()\s]+)\)\s*$/.exec(language ?? '') ?? [];
    found[code ?? language?.trim() ?? 'default'] = text;
  }
  return found;
}
