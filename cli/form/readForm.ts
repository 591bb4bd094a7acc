import { readFile } from 'node:fs/promises';
import { endingOf } from '../../formats/fileName.ts';
import { failedReading, FORM_ENDINGS, readFormContent } from '../../formats/readFormContent.ts';
import type { FormReading } from '../../formats/readFormContent.ts';
import { itemsetsBeside } from '../xform/itemsetsBeside.ts';

/** Reads and checks the form in a file, with the itemsets.csv that lies beside an XForm. */
export async function readForm(path: string): Promise<FormReading> {
  try {
    const content = FORM_ENDINGS.includes(endingOf(path)) ? await readFile(path) : new Uint8Array();
    const itemsets = endingOf(path) === '.xml' ? await itemsetsBeside(path) : undefined;
    return await readFormContent(content, path, itemsets);
  } catch (error) {
    return failedReading(whyNot(error));
  }
}

/** One form of many must not keep the others from being looked at. */
function whyNot(error: unknown): string {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'There is no such file.';
  if (code === 'EISDIR') return 'This is a folder; name the form in it.';
  if (code === 'EACCES' || code === 'EPERM') return 'The file may not be read by you.';
  if (typeof code === 'string') return `The file cannot be read (${code}).`;
  return `The form could not be read for a fault of this program: ${String(message)}`;
}
