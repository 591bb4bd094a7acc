import type { Result } from '../../core/kernel/index.ts';
import { err, ok } from '../../core/kernel/index.ts';
import type { Workbook } from '../../core/questionnaire/xlsform/index.ts';
import { readCsv } from './csvWorkbook.ts';
import { readMarkdown } from './markdownWorkbook.ts';
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
    const why = error instanceof Error ? error.message : String(error);
    return err(
      `This workbook cannot be read: ${why}. Delete what does not belong to the form, and save it as .xlsx again.`,
    );
  }
}

const text = (content: Uint8Array): string => new TextDecoder('utf-8').decode(content);

const readers: Readonly<
  Record<string, (content: Uint8Array) => Result<Workbook, string> | Promise<Result<Workbook, string>>>
> = {
  '.xlsx': binary,
  '.xlsm': binary,
  '.xls': binary,
  '.csv': (content) => ok(readCsv(text(content))),
  '.md': (content) => ok(readMarkdown(text(content))),
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
