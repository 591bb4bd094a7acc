export { readXlsForm } from './readXlsForm.ts';
export type { XlsFormReading } from './readXlsForm.ts';
export type { Finding, Sheet, Workbook } from './workbook.ts';
