export { readXlsForm } from './readXlsForm.ts';
export type { XlsFormReading } from './readXlsForm.ts';
export { notRun } from './notRun/notRun.ts';
export { writeXlsForm } from './writing/writeXlsForm.ts';
export { breachesOf, pyxformRules } from './rules/pyxformRules.ts';
export type { Finding, Sheet, Workbook } from './workbook.ts';
