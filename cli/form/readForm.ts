import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { checkDefinition, parseDefinition } from '../../core/questionnaire/index.ts';
import type { Definition, Problem } from '../../core/questionnaire/index.ts';
import type { Finding, XlsFormReading } from '../../core/questionnaire/xlsform/index.ts';
import { readXlsForm } from '../../core/questionnaire/xlsform/index.ts';
import { loadXFormFile } from '../xform/loadXForm.ts';
import { readWorkbook, WORKBOOK_ENDINGS } from './readWorkbook.ts';

/** What a form in a file is, and all there is to say of it. */
export type FormReading = XlsFormReading;

export const FORM_ENDINGS: readonly string[] = [...WORKBOOK_ENDINGS, '.json', '.xml'];

const failed = (message: string): FormReading => ({
  definition: null,
  findings: [{ severity: 'error', sheet: '', row: 0, column: '', message }],
  questions: 0,
  languages: [],
});

const asFinding = ({ severity, place, column, message }: Problem): Finding => ({
  severity,
  sheet: place,
  row: 0,
  column,
  message,
});

function countQuestions({ elements }: Pick<Definition, 'elements'>): number {
  const stack = [...elements];
  let questions = 0;
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    if ('elements' in element) stack.push(...element.elements);
    else questions += 1;
  }
  return questions;
}

function readJson(content: Buffer): FormReading {
  let raw: unknown;
  try {
    raw = JSON.parse(content.toString('utf8'));
  } catch (error) {
    return failed(`This is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const checked = checkDefinition(raw);
  const parsed = parseDefinition(raw);
  return {
    definition: checked.ok ? checked.value.definition : null,
    findings: (checked.ok ? checked.value.warnings : checked.error).map(asFinding),
    questions: parsed.ok ? countQuestions(parsed.value) : 0,
    languages: parsed.ok ? parsed.value.languages.map(({ code }) => code) : [],
  };
}

/** An XForm is checked as its definition is; what definitions have no place for is listed. */
async function readXFormContent(content: Buffer, path: string): Promise<FormReading> {
  const loaded = await loadXFormFile(path, content.toString('utf8'));
  if (!loaded.ok) return failed(loaded.error);
  const { definition, findings } = loaded.value;
  const checked = checkDefinition(definition);
  const problems = checked.ok ? checked.value.warnings : checked.error;
  const found = findings.map(({ severity, place, message }): Finding => {
    return { severity, sheet: place, row: 0, column: '', message };
  });
  return {
    definition: checked.ok ? definition : null,
    findings: [...problems.map(asFinding), ...found],
    questions: countQuestions(definition),
    languages: definition.languages.map(({ code }) => code),
  };
}

/** Reads and checks a form: a spreadsheet, a Markdown or CSV table, or a definition in JSON. */
export async function readFormContent(content: Buffer, path: string): Promise<FormReading> {
  const ending = extname(path).toLowerCase();
  if (ending === '.json') return readJson(content);
  const workbook = await readWorkbook(content, ending);
  if (!workbook.ok) return failed(workbook.error);
  return readXlsForm(workbook.value, { fileName: basename(path) });
}

export async function readForm(path: string): Promise<FormReading> {
  if (!FORM_ENDINGS.includes(extname(path).toLowerCase()))
    return failed(`Forms are read from files ending in ${FORM_ENDINGS.join(', ')}.`);
  try {
    const content = await readFile(path);
    const isXForm = extname(path).toLowerCase() === '.xml';
    return await (isXForm ? readXFormContent(content, path) : readFormContent(content, path));
  } catch (error) {
    if (error instanceof Error && 'code' in error)
      return failed('There is no such file, or it cannot be read.');
    throw error;
  }
}
