import { parseArgs } from 'node:util';
import type { Finding } from '../core/questionnaire/xlsform/index.ts';
import type { Ending } from './ending.ts';
import type { FormReading } from '../formats/readFormContent.ts';
import { readForm } from './form/readForm.ts';

export const CHECK_USAGE = `earshot check FORM... [--json]

Reads forms (.xlsx, .xlsm, .xls, .csv, .md, .json, .xml) and says what is wrong with them, by sheet, row and column.
  --json   one object for each file, a line each: {"file", "ok", "questions", "languages", "errors": [{"sheet", "row",
           "column", "message"}], "warnings": [...], "unsupported": [...]}
The status is 1 when any has errors.`;

/** Looks through forms before they are used. */
export async function check(args: readonly string[]): Promise<Ending> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help === true) return { status: 0, output: CHECK_USAGE };
  if (positionals.length === 0) return { status: 2, error: CHECK_USAGE };
  const lines: string[] = [];
  let status = 0;
  for (const file of positionals) {
    // One after the other: of 500 files only one is in memory.
    const reading = await readForm(file);
    if (reading.definition === null) status = 1;
    lines.push(values.json === true ? JSON.stringify(asObject(file, reading)) : asText(file, reading));
  }
  return { status, output: lines.join('\n') };
}

function asObject(file: string, { definition, findings, questions, languages }: FormReading): object {
  const only = (wanted: Finding['severity']) =>
    findings
      .filter(({ severity }) => severity === wanted)
      .map(({ sheet, row, column, message }) => ({ sheet, row, column, message }));
  return {
    file,
    ok: definition !== null,
    questions,
    languages,
    errors: only('error'),
    warnings: only('warning'),
    unsupported: only('unsupported'),
  };
}

const placeOf = ({ sheet, row, column }: Finding): string =>
  [sheet, row > 0 ? `row ${row}` : '', column].filter((part) => part !== '').join(', ');

function asText(file: string, { definition, findings, questions, languages }: FormReading): string {
  const head = `${file}: ${definition === null ? 'cannot be used' : 'can be used'}, ${questions} questions, ${languages.length} languages`;
  const lines = findings.map((finding) => {
    const place = placeOf(finding);
    return `  ${finding.severity} ${place === '' ? '' : `${place}: `}${finding.message}`;
  });
  return [head, ...lines].join('\n');
}
