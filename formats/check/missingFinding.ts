import type { Finding, Sheet } from '../../core/questionnaire/xlsform/index.ts';

/** A list that a form reads and that is not there, at the cell of the survey sheet that names its file. */
export function missingFinding(
  { file, message }: { readonly file: string; readonly message: string },
  sheets: readonly Sheet[],
  severity: 'error' | 'warning',
): Finding {
  const survey = sheets.find(({ name }) => name.trim().toLowerCase() === 'survey');
  for (const [index, cells] of (survey?.rows ?? []).entries()) {
    const at = cells.findIndex((cell) => cell.includes(file) || cell.includes(file.replace(/\.csv$/, '')));
    if (survey === undefined || index === 0 || at < 0) continue;
    const column = survey.rows[0]?.[at] ?? '';
    return { severity, sheet: survey.name, row: index + 1, column, message };
  }
  return { severity, sheet: '', row: 0, column: '', message };
}
