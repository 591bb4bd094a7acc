import type { Definition } from '../../definition/index.ts';
import { readXlsForm } from '../readXlsForm.ts';
import { breachesOf } from '../rules/pyxformRules.ts';
import type { Finding, Sheet, Workbook } from '../workbook.ts';
import type { More } from './sheets.ts';
import { sheetsOf } from './sheets.ts';
import { LONGEST_CELL, unsaid } from './unsaid.ts';

export interface XlsFormWriting {
  /**
   * null when the definition cannot be said by a spreadsheet; then findings of severity `error` tell why. What pyxform would refuse in
   * the workbook is told as `unsupported`.
   */
  readonly workbook: Workbook | null;
  readonly findings: readonly Finding[];
}

const NOTHING: More = new Map();

const about = (severity: Finding['severity'], message: string): Finding => ({
  severity,
  sheet: '',
  row: 0,
  column: '',
  message,
});

function tooLong({ name, rows }: Sheet): readonly Finding[] {
  return rows.flatMap((cells, index) =>
    cells.flatMap((text, column): Finding[] => {
      if (text.length <= LONGEST_CELL) return [];
      const message = `This holds ${text.length} characters, but cells of spreadsheets hold ${LONGEST_CELL}; shorten it.`;
      return [{ severity: 'error', sheet: name, row: index + 1, column: rows[0]?.[column] ?? '', message }];
    }),
  );
}

/**
 * The definition as an XLSForm. Reading it with `readXlsForm` gives the same definition: it is read here to make sure of that, and
 * what cells cannot say (texts that readers of spreadsheets change, such as those with bent quotation marks) stands in the column
 * `earshot_more` beside them, which other tools pass over.
 */
export function writeXlsForm(definition: Definition): XlsFormWriting {
  const options = { fileName: `${definition.id}.xlsx` };
  let more = NOTHING;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const sheets = sheetsOf(definition, more);
    const read = readXlsForm({ sheets }, options);
    const errors = [
      ...sheets.flatMap(tooLong),
      ...read.findings.filter(({ severity }) => severity === 'error'),
    ];
    if (read.definition === null || errors.length > 0) return { workbook: null, findings: errors };
    const left = unsaid(read.definition, definition);
    if (left.places.length === 0) return { workbook: { sheets }, findings: refusals({ sheets }) };
    if (attempt > 0) return { workbook: null, findings: left.places.map(cannotSay) };
    more = left.more;
  }
  throw new Error('the second attempt ends one way or the other');
}

/** What the form says in a way that pyxform does not take. */
const refusals = (workbook: Workbook): readonly Finding[] =>
  breachesOf(workbook)
    .filter(({ severity }) => severity === 'error')
    .map((finding) => ({
      ...finding,
      severity: 'unsupported' as const,
      message: `pyxform, which ODK and KoboToolbox use, would refuse this. ${finding.message}`,
    }));

const cannotSay = (place: string): Finding =>
  about('error', `A spreadsheet cannot say this: ${place}. Keep the form as .json.`);
