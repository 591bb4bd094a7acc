import { CFB, utils, write } from '@e965/xlsx';
import type { Workbook } from '../../core/questionnaire/xlsform/index.ts';

interface Archive {
  readonly FullPaths: readonly string[];
  readonly FileIndex: readonly { content: Uint8Array }[];
}

/** The little of the archive writer that is used; its own types do not say. */
const archives = CFB as {
  readonly read: (content: Uint8Array, options: { readonly type: 'array' }) => Archive;
  readonly write: (
    archive: Archive,
    options: { readonly fileType: 'zip'; readonly type: 'array'; readonly compression: true },
  ) => Uint8Array | readonly number[];
};

const NARROWEST = 8;
const WIDEST = 60;

/** Wide enough for most of what stands in a column, in characters. */
function widthOf(rows: readonly (readonly string[])[], column: number): number {
  const lengths = rows.slice(0, 200).map((cells) => (cells[column] ?? '').split('\n')[0]?.length ?? 0);
  return Math.min(WIDEST, Math.max(NARROWEST, ...lengths) + 2);
}

/** Two looks: cells that break their lines, and headers, bold on a ground. */
const STYLES = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><color rgb="FFFFFFFF"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF0F5C5C"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

const PANE =
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>';

/** Headers stay in sight and look like headers; texts are texts, so that no program makes dates of them. */
const styled = (sheet: string): string =>
  sheet
    .replace(/<sheetView ([^>]*?)\/>/, `<sheetView $1>${PANE}</sheetView>`)
    .replace(/<c r="([A-Z]+)(\d+)"(?: s="\d+")?/g, (_, column: string, row: string) => {
      return `<c r="${column}${row}" s="${row === '1' ? 2 : 1}"`;
    });

function dressed(content: Uint8Array): Uint8Array<ArrayBuffer> {
  const archive = archives.read(content, { type: 'array' });
  archive.FullPaths.forEach((path, index) => {
    const part = archive.FileIndex[index];
    if (part === undefined) return;
    if (/worksheets\/[^/]+\.xml$/.test(path))
      part.content = new TextEncoder().encode(styled(new TextDecoder().decode(part.content)));
    if (path.endsWith('xl/styles.xml')) part.content = new TextEncoder().encode(STYLES);
  });
  return new Uint8Array(archives.write(archive, { fileType: 'zip', type: 'array', compression: true }));
}

const UNSAYABLE = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/g;

/** As workbooks write characters that XML cannot say, and what would look so. */
const escaped = (text: string): string =>
  text.replace(
    UNSAYABLE,
    (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );

/** The bytes of an .xlsx file with these sheets; every cell is a text. Cells hold 32,767 characters at most. */
export function writeWorkbook({ sheets }: Workbook): Uint8Array<ArrayBuffer> {
  const book = utils.book_new();
  for (const { name, rows } of sheets) {
    const cells = rows.map((texts) =>
      texts.map((text) => (text === '' ? null : { t: 's' as const, v: escaped(text) })),
    );
    const sheet = utils.aoa_to_sheet(cells);
    sheet['!cols'] = (rows[0] ?? []).map((_, column) => ({ wch: widthOf(rows, column) }));
    utils.book_append_sheet(book, sheet, name);
  }
  const content: unknown = write(book, { type: 'array', bookType: 'xlsx', bookSST: true });
  return dressed(new Uint8Array(content as ArrayBuffer));
}
