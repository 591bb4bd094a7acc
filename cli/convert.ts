import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { writeXForm } from '../core/questionnaire/index.ts';
import type { Definition } from '../core/questionnaire/index.ts';
import { itemsetsCsv } from './xform/itemsetsCsv.ts';
import type { Ending } from './ending.ts';
import { readForm } from './form/readForm.ts';

export const CONVERT_USAGE = `earshot convert FORM -o FILE
  writes a questionnaire in another form, by the endings of the names: .xml (ODK XForm), .json (definition)`;

type Writer = (definition: Definition) => string;

const WRITERS: ReadonlyMap<string, Writer> = new Map<string, Writer>([
  ['.json', (definition) => `${JSON.stringify(definition, null, 2)}\n`],
  ['.xml', writeXForm],
]);

/** The command behind `earshot convert`. What gets lost on the way in is told on standard error. */
export async function convert(args: readonly string[]): Promise<Ending> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { output: { type: 'string', short: 'o' }, help: { type: 'boolean' } },
  });
  if (values.help === true) return { status: 0, output: CONVERT_USAGE };
  const [form] = positionals;
  const { output } = values;
  if (form === undefined || output === undefined || positionals.length > 1)
    return { status: 2, error: CONVERT_USAGE };
  const write = WRITERS.get(extname(output).toLowerCase());
  if (write === undefined)
    return {
      status: 2,
      error: `${output}: forms are written to files ending in ${[...WRITERS.keys()].join(', ')}.`,
    };
  const { definition, findings } = await readForm(form);
  const told = findings
    .filter(({ severity }) => severity !== 'warning')
    .map(
      ({ sheet, row, column, message }) =>
        [form, sheet, row === 0 ? '' : `row ${row}`, column].filter((part) => part !== '').join(', ') +
        `: ${message}`,
    );
  const error = told.length === 0 ? {} : { error: told.join('\n') };
  if (definition === null) return { status: 1, ...error };
  await writeFile(output, write(definition));
  const itemsets = extname(output).toLowerCase() === '.xml' ? itemsetsCsv(definition) : undefined;
  if (itemsets !== undefined) await writeFile(output.replace(/\.xml$/i, '.itemsets.csv'), itemsets);
  return { status: 0, ...error };
}
