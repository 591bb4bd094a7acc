import { checkDefinition, parseDefinition } from '../core/questionnaire/index.ts';
import type { Definition, Problem } from '../core/questionnaire/index.ts';
import type { Finding, Sheet, XlsFormReading } from '../core/questionnaire/xlsform/index.ts';
import { notRun, readXlsForm } from '../core/questionnaire/xlsform/index.ts';
import { endingOf, nameOf } from './fileName.ts';
import { xmlTextOf } from './textOf.ts';
import { readWorkbook, WORKBOOK_ENDINGS } from './workbook/readWorkbook.ts';
import { externalChoices } from './xform/externalChoices.ts';
import { loadXForm } from './xform/loadXForm.ts';

/** What a form in a file is, and all there is to say of it. */
export type FormReading = XlsFormReading;

export const FORM_ENDINGS: readonly string[] = [...WORKBOOK_ENDINGS, '.json', '.xml'];

/** A reading that failed as a whole. */
export const failedReading = (message: string): FormReading => ({
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

/** What forms ask for in vain is told the same way whatever file they come in; workbooks have it by their cells already. */
const findNotRun = (definition: Definition): readonly Finding[] =>
  notRun(definition).map(({ place, column, message }) => ({
    severity: 'unsupported',
    sheet: place,
    row: 0,
    column,
    message,
  }));

function countQuestions({ elements }: Pick<Definition, 'elements'>): number {
  const stack = [...elements];
  let questions = 0;
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    if ('elements' in element) stack.push(...element.elements);
    else questions += 1;
  }
  return questions;
}

function readJson(content: Uint8Array): FormReading {
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder().decode(content));
  } catch (error) {
    return failedReading(`This is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  const checked = checkDefinition(raw);
  const parsed = parseDefinition(raw);
  return {
    definition: checked.ok ? checked.value.definition : null,
    findings: [
      ...(checked.ok ? checked.value.warnings : checked.error).map(asFinding),
      ...(parsed.ok ? findNotRun(parsed.value) : []),
    ],
    questions: parsed.ok ? countQuestions(parsed.value) : 0,
    languages: parsed.ok ? parsed.value.languages.map(({ code }) => code) : [],
  };
}

/** An XForm is checked as its definition is; what definitions have no place for is listed. */
function readXFormContent(content: Uint8Array, itemsets: string | undefined): FormReading {
  const external = itemsets === undefined ? {} : externalChoices(itemsets);
  const text = xmlTextOf(content);
  if (!text.ok) return failedReading(text.error);
  const loaded = loadXForm(text.value, external);
  if (!loaded.ok) return failedReading(loaded.error);
  const { definition, findings } = loaded.value;
  const checked = checkDefinition(definition);
  const problems = checked.ok ? checked.value.warnings : checked.error;
  const found = findings.map(({ severity, place, message }): Finding => {
    return { severity, sheet: place, row: 0, column: '', message };
  });
  return {
    definition: checked.ok ? definition : null,
    findings: [...problems.map(asFinding), ...found, ...findNotRun(definition)],
    questions: countQuestions(definition),
    languages: definition.languages.map(({ code }) => code),
  };
}

/** A form, and the sheets that it was read from; none where it is no workbook. */
export interface FormAndSheets {
  readonly reading: FormReading;
  readonly sheets: readonly Sheet[];
}

const withoutSheets = (reading: FormReading): FormAndSheets => ({ reading, sheets: [] });

/** As `readFormContent`, with the sheets as they were written. */
export async function readFormAndSheets(
  content: Uint8Array,
  path: string,
  itemsets?: string,
): Promise<FormAndSheets> {
  const ending = endingOf(path);
  if (!FORM_ENDINGS.includes(ending))
    return withoutSheets(failedReading(`Forms are read from files ending in ${FORM_ENDINGS.join(', ')}.`));
  if (ending === '.json') return withoutSheets(readJson(content));
  if (ending === '.xml') return withoutSheets(readXFormContent(content, itemsets));
  const workbook = await readWorkbook(content, ending);
  if (!workbook.ok) return withoutSheets(failedReading(workbook.error));
  const reading = readXlsForm(workbook.value, { fileName: nameOf(path) });
  return { reading, sheets: workbook.value.sheets };
}

/**
 * Reads and checks a form by its bytes and its name: a spreadsheet, a Markdown or CSV table, an XForm, or a definition in JSON.
 * `itemsets` is the text of the itemsets.csv that lies beside an XForm.
 */
export const readFormContent = async (
  content: Uint8Array,
  path: string,
  itemsets?: string,
): Promise<FormReading> => (await readFormAndSheets(content, path, itemsets)).reading;
