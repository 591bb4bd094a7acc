import type { Finding, Sheet, Workbook } from '../../../core/questionnaire/xlsform/index.ts';
import { isFormSheet } from '../limits.ts';
import { Unreadable } from '../unreadable.ts';
import type { ZipPart } from '../zipParts.ts';
import { unpack, zipParts } from '../zipParts.ts';
import { dateStyles } from './dateStyles.ts';
import { RowScanner } from './rowScanner.ts';
import { sharedStrings } from './sharedStrings.ts';
import type { CellTables } from './sheetReader.ts';
import { SheetReader } from './sheetReader.ts';
import type { SheetEntry } from './workbookParts.ts';
import { relationsPartOf, workbookPart, workbookParts } from './workbookParts.ts';

/** What a part that is no sheet may come to when unpacked: texts, styles, the list of sheets. */
const LARGEST_PART = 24_000_000;

/** The parts of a workbook by their names, whatever their capitals. */
class Package {
  readonly #parts: ReadonlyMap<string, ZipPart>;

  constructor(parts: readonly ZipPart[]) {
    this.#parts = new Map(parts.map((part) => [nameOf(part.name), part]));
  }

  part(name: string): ZipPart | undefined {
    return this.#parts.get(nameOf(name));
  }

  /** The text of a part; '' when there is none. Throws, with a message for the author, when it is too large. */
  async text(name: string | undefined): Promise<string> {
    const part = name === undefined ? undefined : this.part(name);
    if (part === undefined) return '';
    const decoder = new TextDecoder();
    let text = '';
    for await (const piece of unpack(part)) {
      text += decoder.decode(piece, { stream: true });
      if (text.length > LARGEST_PART) throw new Unreadable(`"${part.name}" in it is too large when unpacked`);
    }
    return text;
  }
}

const nameOf = (name: string): string => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();

async function readSheet(
  book: Package,
  { name, part }: SheetEntry,
  tables: CellTables,
): Promise<SheetReader> {
  const reader = new SheetReader(name, tables);
  const found = part === undefined ? undefined : book.part(part);
  if (found === undefined) return reader;
  const scanner = new RowScanner(name, (row, isFar) => reader.take(row, isFar));
  const decoder = new TextDecoder();
  for await (const piece of unpack(found)) if (scanner.scan(decoder.decode(piece, { stream: true }))) break;
  return reader;
}

/**
 * Reads .xlsx and .xlsm: the sheets of a form, and the names of the others. Unpacks only what forms are made of and holds one row
 * at a time, so memory is bounded whatever the file holds. Throws, with a message for the author, on what is no workbook or too large.
 */
export async function readXlsx(content: Uint8Array): Promise<Workbook> {
  const zipped = zipParts(content);
  if (zipped === undefined) throw new Unreadable('it is damaged');
  const book = new Package(zipped);
  const main = workbookPart(await book.text('_rels/.rels')) ?? 'xl/workbook.xml';
  const workbook = await book.text(main);
  if (workbook === '' || !/<(?:\w+:)?workbook[\s>]/.test(workbook)) throw new Unreadable(whatElse(zipped));
  const parts = workbookParts(main, workbook, await book.text(relationsPartOf(main)));
  const tables: CellTables = {
    strings: sharedStrings(await book.text(parts.sharedStrings)),
    dates: dateStyles(await book.text(parts.styles)),
    date1904: parts.date1904,
  };
  const sheets: Sheet[] = [];
  const findings: Finding[] = [];
  for (const entry of parts.sheets) {
    const reader = isFormSheet(entry.name) ? await readSheet(book, entry, tables) : undefined;
    findings.push(...(reader?.findings ?? []));
    sheets.push({ name: entry.name, rows: reader?.rows ?? [], ...(entry.hidden ? { hidden: true } : {}) });
  }
  return { sheets, findings };
}

const KINDS: readonly (readonly [part: RegExp, kind: string])[] = [
  [/^word\//i, 'it is a text document of Word'],
  [/^ppt\//i, 'it is a presentation'],
  [/^xl\/workbook\.bin$/i, 'it is a binary workbook (.xlsb)'],
  [/^content\.xml$/i, 'it is a file of LibreOffice (.ods or .odt)'],
];

function whatElse(parts: readonly ZipPart[]): string {
  const found = KINDS.find(([pattern]) => parts.some(({ name }) => pattern.test(name)));
  return found?.[1] ?? 'there is no workbook in it';
}
