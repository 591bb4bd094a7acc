import { parseArgs } from 'node:util';
import type { Finding } from '../core/questionnaire/xlsform/index.ts';
import type { Ending } from './ending.ts';
import { readForm } from './form/readForm.ts';
import { FORM_WRITERS, writerFor } from './form/formWriters.ts';
import { writeFiles } from './form/writeFiles.ts';

export const CONVERT_USAGE = `earshot convert FORM -o FILE
  writes a questionnaire in another form, by the endings of the names: ${[...FORM_WRITERS.keys()].join(', ')}.
  Lists of select_one_external go beside an .xml in FILE.itemsets.csv. What other tools do not understand is told; a form with errors,
  or one that FILE's kind cannot say, is not written and leaves what FILE was. The status is 1 then.`;

const told = (form: string, { sheet, row, column, message }: Finding): string =>
  `${[form, sheet, row === 0 ? '' : `row ${row}`, column].filter((part) => part !== '').join(', ')}: ${message}`;

/** The command behind `earshot convert`. What gets lost on the way is told on standard error. */
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
  const write = writerFor(output);
  if (write === undefined) {
    const error = `${output}: forms are written to files ending in ${[...FORM_WRITERS.keys()].join(', ')}.`;
    return { status: 2, error };
  }
  const { definition, findings } = await readForm(form);
  const reading = findings
    .filter(({ severity }) => severity !== 'warning')
    .map((finding) => told(form, finding));
  if (definition === null) return { status: 1, error: reading.join('\n') };
  const written = write(definition, output);
  const lines = [...reading, ...written.findings.map((finding) => told(output, finding))];
  const error = lines.length === 0 ? {} : { error: lines.join('\n') };
  if (written.files === null) return { status: 1, ...error };
  const failure = await writeFiles(written.files);
  return failure === undefined
    ? { status: 0, ...error }
    : { status: 1, error: [...lines, `${output}: ${failure}`].join('\n') };
}
