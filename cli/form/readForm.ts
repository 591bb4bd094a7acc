import { readFile } from 'node:fs/promises';
import { endingOf } from '../../formats/fileName.ts';
import { whereIs } from '../../formats/check/carryLists.ts';
import { missingFinding } from '../../formats/check/missingFinding.ts';
import { failedReading, FORM_ENDINGS, readFormAndSheets } from '../../formats/readFormContent.ts';
import type { Finding } from '../../core/questionnaire/xlsform/index.ts';
import type { FormReading } from '../../formats/readFormContent.ts';
import { missingLists } from './attachedLists.ts';
import { itemsetsBeside } from '../xform/itemsetsBeside.ts';

/** Reads and checks the form in a file, with the itemsets.csv that lies beside an XForm. Lists that do not lie beside it are warned of. */
export async function readForm(path: string): Promise<FormReading> {
  try {
    const content = FORM_ENDINGS.includes(endingOf(path)) ? await readFile(path) : new Uint8Array();
    const itemsets = endingOf(path) === '.xml' ? await itemsetsBeside(path) : undefined;
    const { reading, sheets } = await readFormAndSheets(content, path, itemsets);
    if (reading.definition === null) return reading;
    const missing = await missingLists(path, reading.definition);
    const findings = missing.map((file) =>
      missingFinding({ file, message: whereIs(file) }, sheets, 'warning'),
    );
    return missing.length === 0
      ? reading
      : { ...reading, findings: withWarnings(reading.findings, findings) };
  } catch (error) {
    return failedReading(whyNot(error));
  }
}

/** Warnings stand between errors and what is unsupported. */
const withWarnings = (findings: readonly Finding[], more: readonly Finding[]): readonly Finding[] => [
  ...findings.filter(({ severity }) => severity !== 'unsupported'),
  ...more,
  ...findings.filter(({ severity }) => severity === 'unsupported'),
];

/** One form of many must not keep the others from being looked at. */
function whyNot(error: unknown): string {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'There is no such file.';
  if (code === 'EISDIR') return 'This is a folder; name the form in it.';
  if (code === 'EACCES' || code === 'EPERM') return 'The file may not be read by you.';
  if (typeof code === 'string') return `The file cannot be read (${code}).`;
  return `The form could not be read for a fault of this program: ${String(message)}`;
}
