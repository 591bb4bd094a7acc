import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { err, ok } from '../../core/kernel/index.ts';
import type { Result } from '../../core/kernel/index.ts';
import { readXForm } from '../../core/questionnaire/index.ts';
import type { Choice, Definition, XFormFinding } from '../../core/questionnaire/index.ts';
import { readCsvRows } from '../form/csvWorkbook.ts';
import { parseXml } from '../xml/parseXml.ts';

export interface LoadedXForm {
  readonly definition: Definition;
  readonly findings: readonly XFormFinding[];
}

type ExternalChoices = Readonly<Record<string, readonly Choice[]>>;

/** An XForm's XML as a definition. */
export function loadXForm(xml: string, external: ExternalChoices = {}): Result<LoadedXForm, string> {
  const html = parseXml(xml);
  if (!html.ok) return html;
  const { definition, findings } = readXForm(html.value, external);
  if (definition !== null) return ok({ definition, findings });
  return err(findings.map(({ place, message }) => `${place}: ${message}`).join('\n'));
}

/** The XForm in a file, with the choices of the itemsets.csv beside it. */
export async function loadXFormFile(path: string, xml: string): Promise<Result<LoadedXForm, string>> {
  const stem = basename(path, extname(path));
  for (const folder of [dirname(path), join(dirname(path), `${stem}-media`)]) {
    const names = await readdir(folder).catch(() => []);
    const name = names.find((each) => each === `${stem}.itemsets.csv` || each === 'itemsets.csv');
    if (name !== undefined)
      return loadXForm(xml, externalChoices(await readFile(join(folder, name), 'utf8')));
  }
  return loadXForm(xml);
}

/** Rows of itemsets.csv by list; columns that are neither name nor label stay columns. */
function externalChoices(csv: string): ExternalChoices {
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
