import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readMarkdown } from '../../../formats/workbook/markdownWorkbook.ts';
import type { Sheet, Workbook } from '../../../core/questionnaire/xlsform/index.ts';
import { readXlsForm } from '../../../core/questionnaire/xlsform/index.ts';
import { differentPaths } from './dataPaths.ts';
import type { Outcome } from './outcome.ts';
import { sameRow } from './outcome.ts';
import { untoldWarnings } from './warnings.ts';

type Rows = readonly Readonly<Record<string, unknown>>[];

export interface MarkdownForm {
  readonly test: string;
  readonly name?: string;
  readonly md?: string;
  readonly ss_structure?: Readonly<Record<string, Rows>>;
  readonly errored?: boolean;
  readonly error__contains?: readonly string[];
  readonly warnings__contains?: readonly string[];
  readonly xform?: string;
}

const cellText = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value ?? '');

function sheetOf(name: string, rows: Rows): Sheet {
  const headers = Array.from(new Set(rows.flatMap((row) => Object.keys(row))));
  return {
    name,
    rows: [headers, ...rows.map((row) => headers.map((header) => cellText(row[header] ?? '')))],
  };
}

export function workbookOf({ md = '', ss_structure }: MarkdownForm): Workbook {
  if (ss_structure === undefined) return readMarkdown(md);
  return { sheets: Object.entries(ss_structure).map(([name, rows]) => sheetOf(name, rows)) };
}

function outcomeOf(form: MarkdownForm): Outcome {
  const { definition, findings } = readXlsForm(workbookOf(form), {
    fileName: `${form.name ?? 'test_name'}.md`,
  });
  const errors = definition === null ? findings.filter(({ severity }) => severity === 'error') : undefined;
  const refused = form.errored === true ? (form.error__contains ?? []).join(' ') : undefined;
  const warnings = refused === undefined ? (form.warnings__contains ?? []) : [];
  return {
    id: form.test.replace(/^tests\./, ''),
    refused,
    errors,
    warnings: warnings.length,
    untold: definition === null ? [] : untoldWarnings(warnings, findings),
    paths: definition === null || form.xform === undefined ? [] : differentPaths(form.xform, definition),
    sameRow: errors === undefined ? undefined : sameRow(refused, errors),
  };
}

/** The forms of pyxform's own tests, as they were recorded. */
export function markdownFormsIn(folder: string): readonly MarkdownForm[] {
  const lines = gunzipSync(readFileSync(join(folder, 'markdown_forms.jsonl.gz')))
    .toString('utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as MarkdownForm);
}

/** Reads the forms of pyxform's own tests, and says what became of each. */
export const readMarkdownForms = (folder: string): readonly Outcome[] =>
  markdownFormsIn(folder).map(outcomeOf);
