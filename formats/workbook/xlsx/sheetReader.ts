import type { Finding, Sheet } from '../../../core/questionnaire/xlsform/index.ts';
import {
  EMPTY_ROWS,
  errorCell,
  farColumn,
  farRow,
  formulaMessage,
  isEmptyRow,
  MOST_CELLS,
  MOST_ROWS,
  widthOf,
} from '../limits.ts';
import { dateText, numberText } from '../numberFormat.ts';
import { Unreadable } from '../unreadable.ts';
import { plainText, richText } from './xmlPieces.ts';

/** What the cells of a workbook point to. */
export interface CellTables {
  readonly strings: readonly string[];
  readonly dates: readonly boolean[];
  readonly date1904: boolean;
}

const CELL = /<(?:\w+:)?c(?=[\s/>])((?:\s[^>]*?)?)(?:\/>|>(.*?)<\/(?:\w+:)?c\s*>)/gs;
const PLACE = /\sr=["']([A-Z]{1,3})(\d+)["']/;
const VALUE = /<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)<\//;
const FORMULA = /<(?:\w+:)?f(?:\s[^>]*?)?(?:\/>|>([^<]*)<\/)/;
const ROW_NUMBER = /^<(?:\w+:)?row\s[^>]*?\br=["'](\d+)["']/;

function columnOf(letters: string): number {
  let column = 0;
  for (let index = 0; index < letters.length; index += 1)
    column = column * 26 + letters.charCodeAt(index) - 64;
  return column - 1;
}

/** Makes the rows of one sheet from their XML, one after the other. */
export class SheetReader {
  readonly rows: (readonly string[])[] = [];
  readonly findings: Finding[] = [];
  readonly #name: string;
  readonly #tables: CellTables;
  #width = Number.MAX_SAFE_INTEGER;
  #cells = 0;
  #lastFilled = -1;
  /** Rows stand too far below the others to belong to them. */
  #done = false;

  constructor(name: string, tables: CellTables) {
    this.#name = name;
    this.#tables = tables;
  }

  /** `isFar`: so many empty rows stand above that the row does not belong to the form. */
  take(row: string, isFar = false): void {
    if (this.#done) return;
    const index = Number(ROW_NUMBER.exec(row)?.[1] ?? this.rows.length + 1) - 1;
    if (isFar || index >= MOST_ROWS || (this.#lastFilled >= 0 && index - this.#lastFilled > EMPTY_ROWS)) {
      this.#takeFar(row, index);
      return;
    }
    const texts = this.#texts(row, index);
    while (this.rows.length < index) this.rows.push([]);
    if (index === 0) this.#headers(texts);
    this.#cells += texts.length;
    if (this.#cells > MOST_CELLS)
      throw new Unreadable(`the sheet "${this.#name}" has more than ${MOST_CELLS} cells`);
    this.rows[index] = texts.slice(0, this.#width);
    if (!isEmptyRow(texts)) this.#lastFilled = Math.max(this.#lastFilled, index);
  }

  #takeFar(row: string, index: number): void {
    const found = this.findings.length;
    const isEmpty = isEmptyRow(this.#texts(row, index));
    // Formulas there are nobody's concern.
    this.findings.length = found;
    if (isEmpty) return;
    this.#done = true;
    this.findings.push(farRow(this.#name, index + 1));
  }

  #headers(texts: readonly string[]): void {
    this.#width = widthOf(texts);
    const far = texts.findIndex((text, column) => column >= this.#width && text.trim() !== '');
    if (far >= 0) this.findings.push(farColumn(this.#name, far, texts[far] ?? ''));
  }

  get sheet(): Pick<Sheet, 'name' | 'rows'> {
    return { name: this.#name, rows: this.rows };
  }

  #texts(row: string, index: number): readonly string[] {
    const texts: string[] = [];
    CELL.lastIndex = 0;
    for (let match = CELL.exec(row); match !== null; match = CELL.exec(row)) {
      const [, attributes = '', inner = ''] = match;
      const letters = PLACE.exec(attributes)?.[1];
      const column = letters === undefined ? texts.length : columnOf(letters);
      if (column >= this.#width) break;
      if (inner === '') continue;
      const text = this.#text(attributes, inner, index, column);
      while (texts.length < column) texts.push('');
      texts[column] = text;
    }
    return texts;
  }

  #text(attributes: string, inner: string, row: number, column: number): string {
    const type = /\st=["'](\w+)["']/.exec(attributes)?.[1] ?? 'n';
    if (type === 'inlineStr') return richText(inner);
    const value = VALUE.exec(inner)?.[1];
    if (type === 'e' || value === undefined || (value === '' && type !== 'str')) {
      const formula = FORMULA.exec(inner);
      if (formula !== null) this.#report(plainText(formula[1] ?? ''), row, column);
      else if (type === 'e') this.#reportError(value ?? '', row, column);
      return '';
    }
    if (type === 's') return this.#tables.strings[Number(value)] ?? '';
    if (type === 'str') return plainText(value);
    if (type === 'b') return value.trim() === '1' || value.trim() === 'true' ? 'TRUE' : 'FALSE';
    if (type === 'd') return value.replace('T', ' ').replace(/(?: 00:00:00)?(?:\.0+)?Z?$/, '');
    return this.#number(value, attributes);
  }

  #number(value: string, attributes: string): string {
    const number = Number(value);
    if (Number.isNaN(number)) return plainText(value);
    const style = /\ss=["'](\d+)["']/.exec(attributes)?.[1];
    const isDate = style !== undefined && this.#tables.dates[Number(style)] === true;
    return isDate ? dateText(number, this.#tables.date1904) : numberText(number);
  }

  #reportError(shown: string, row: number, column: number): void {
    const found = errorCell(this.#name, row + 1, this.rows[0]?.[column] ?? '', plainText(shown));
    if (found !== undefined) this.findings.push(found);
  }

  /** Beside the columns that have a header people reckon what they like. */
  #report(formula: string, row: number, column: number): void {
    if (row > 0 && (this.rows[0]?.[column] ?? '').trim() === '') return;
    this.findings.push({
      severity: 'error',
      sheet: this.#name,
      row: row + 1,
      column: this.rows[0]?.[column] ?? '',
      message: formulaMessage(formula),
    });
  }
}
