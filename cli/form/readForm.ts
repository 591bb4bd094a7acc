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
    if (error instanceof Error && 'code' in error)
      return failedReading('There is no such file, or it cannot be read.');
    throw error;
  }
}
