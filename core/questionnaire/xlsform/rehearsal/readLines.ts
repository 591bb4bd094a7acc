import type { Definition, Question } from '../../definition/index.ts';
import { isQuestion } from '../../definition/index.ts';
import type { XlsFormReading } from '../index.ts';
import { readXlsForm } from '../index.ts';

/** A form for a test: the lines of each sheet, cells with ` | ` between. */
export function readLines(
  sheets: Readonly<Record<string, readonly string[]>>,
  fileName = 'visit.xlsx',
): XlsFormReading {
  const workbook = {
    sheets: Object.entries(sheets).map(([name, lines]) => ({
      name,
      rows: lines.map((line) => line.split('|').map((cell) => cell.trim())),
    })),
  };
  return readXlsForm(workbook, { fileName });
}

/** The definition of a form that has no errors. */
export function definitionOf(sheets: Readonly<Record<string, readonly string[]>>): Definition {
  const { definition, findings } = readLines(sheets);
  if (definition === null) throw new Error(JSON.stringify(findings, null, 1));
  return definition;
}

/** The questions at the top of a form without errors. */
export const questionsOf = (sheets: Readonly<Record<string, readonly string[]>>): readonly Question[] =>
  definitionOf(sheets).elements.filter(isQuestion);
