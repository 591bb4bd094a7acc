import type { Result } from '../../core/kernel/index.ts';
import { err, ok } from '../../core/kernel/index.ts';
import type { Workbook } from '../../core/questionnaire/xlsform/index.ts';
import { textOf } from '../textOf.ts';
import { readCsv } from './csvWorkbook.ts';
import { readMarkdown } from './markdownWorkbook.ts';
import { Unreadable } from './unreadable.ts';
import { readXlsx } from './xlsx/readXlsx.ts';

/** Larger files are nobody's form. */
const LARGEST = 30 * 2 ** 20;

const isZip = (content: Uint8Array): boolean => content[0] === 0x50 && content[1] === 0x4b;
const isOldExcel = (content: Uint8Array): boolean => content[0] === 0xd0 && content[1] === 0xcf;

async function binary(content: Uint8Array): Promise<Result<Workbook, string>> {
  if (!isZip(content) && !isOldExcel(content) && content[0] !== 0x09)
    return err('This is no Excel workbook, whatever its name says; save it as .xlsx again.');
  try {
    if (isZip(content)) return ok(await readXlsx(content));
    // Its reader is large, and only old files need it.
    const { readOldSpreadsheet } = await import('./oldSpreadsheet.ts');
    return ok(readOldSpreadsheet(content));
  } catch (error) {
    return err(whyUnreadable(error));
  }
}

/** Readers throw whatever damaged bytes lead them to; only what they say on purpose helps an author. */
function whyUnreadable(error: unknown): string {
  if (error instanceof Unreadable)
    return `This workbook cannot be read: ${error.message}. Delete what does not belong to the form, and save it as .xlsx again.`;
  if (error instanceof Error && /password|encrypt/i.test(error.message))
    return 'This workbook is protected by a password; open it, take the password away, and save it again.';
  return 'This workbook cannot be read: it is damaged. Open it in the program that made it, and save it as .xlsx again.';
}

/** A file of letters; its reader throws where there are too many. */
const lettered =
  (read: (text: string) => Workbook) =>
  (content: Uint8Array): Result<Workbook, string> => {
    const text = textOf(content);
    if (!text.ok) return text;
    try {
      return ok(read(text.value));
    } catch (error) {
      if (error instanceof Unreadable)
        return err(`This file cannot be read: ${error.message}. Delete what does not belong to the form.`);
      throw error;
    }
  };

const readers: Readonly<
  Record<string, (content: Uint8Array) => Result<Workbook, string> | Promise<Result<Workbook, string>>>
> = {
  '.xlsx': binary,
  '.xlsm': binary,
  '.xls': binary,
  '.csv': lettered(readCsv),
  '.md': lettered(readMarkdown),
};

export const WORKBOOK_ENDINGS: readonly string[] = Object.keys(readers);

/** Reads the rows of a form from the bytes of a file; `ending` is that of its name, with the full stop. */
export async function readWorkbook(content: Uint8Array, ending: string): Promise<Result<Workbook, string>> {
  const read = readers[ending.toLowerCase()];
  if (read === undefined)
    return err(`Forms are read from files ending in ${WORKBOOK_ENDINGS.join(', ')}, not "${ending}".`);
  if (content.byteLength === 0) return err('The file is empty.');
  if (content.byteLength > LARGEST)
    return err(`The file is larger than ${LARGEST / 2 ** 20} MB; take pictures and other sheets out of it.`);
  return read(content);
}
