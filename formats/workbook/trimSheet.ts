/** So many empty rows mean that nothing follows. */
const EMPTY_ROWS = 60;
const MOST_ROWS = 100_000;
const MOST_CELLS = 400;
/** Letters of one row: no form has so long a one. */
const LONGEST_ROW = 4_000_000;
const MOST_BETWEEN = 4_000_000;
const LONGEST_SHEET = 40_000_000;

const HAS_VALUE = /<(?:\w+:)?(?:v|is|f)[\s/>]/;
const ROW_START = /<(?:\w+:)?row[\s/>]/g;

/** The first cells of a row. */
function firstCells(row: string): string {
  const cell = /<(?:\w+:)?c[\s/>]/g;
  for (let count = 0; count < MOST_CELLS; count += 1) if (cell.exec(row) === null) return row;
  const cut = cell.lastIndex;
  const end = /<\/(?:\w+:)?row>$/.exec(row)?.[0] ?? '</row>';
  return row.slice(0, row.lastIndexOf('<', cut - 1)) + end;
}

/** Takes the XML of a sheet piece by piece and keeps what a form can be: no empty rows, no endless ones. */
export class SheetTrimmer {
  private kept = '';
  private waiting = '';
  private rows = 0;
  private empty = 0;
  private between = 0;

  /** True when nothing more is wanted. Throws, with a message for the author, when the sheet is too large. */
  take(text: string): boolean {
    this.waiting += text;
    let from = 0;
    for (;;) {
      ROW_START.lastIndex = from;
      const start = ROW_START.exec(this.waiting)?.index;
      if (start === undefined) {
        // A tag may be cut in two.
        const cut = Math.max(from, this.waiting.length - 20);
        this.keepBetween(this.waiting.slice(from, cut));
        from = cut;
        break;
      }
      const end = this.endOfRow(start);
      if (end === undefined) {
        this.keepBetween(this.waiting.slice(from, start));
        from = start;
        break;
      }
      this.keepBetween(this.waiting.slice(from, start));
      if (this.row(this.waiting.slice(start, end))) return true;
      from = end;
    }
    this.waiting = this.waiting.slice(from);
    if (this.waiting.length > LONGEST_ROW) throw new Error('one of its rows is too long');
    return false;
  }

  private endOfRow(start: number): number | undefined {
    const tagEnd = this.waiting.indexOf('>', start);
    if (tagEnd < 0) return undefined;
    if (this.waiting[tagEnd - 1] === '/') return tagEnd + 1;
    const close = /<\/(?:\w+:)?row>/g;
    close.lastIndex = tagEnd;
    return close.exec(this.waiting) === null ? undefined : close.lastIndex;
  }

  /** What stands between rows: widths of columns before them, merged cells behind them. */
  private keepBetween(text: string): void {
    this.between += text.length;
    if (this.between > MOST_BETWEEN) throw new Error('one of its sheets is too large');
    this.keep(text);
  }

  private keep(text: string): void {
    this.kept += text;
    if (this.kept.length > LONGEST_SHEET) throw new Error('one of its sheets is too large');
  }

  private row(text: string): boolean {
    if (!HAS_VALUE.test(text)) {
      this.empty += 1;
      return this.empty >= EMPTY_ROWS && this.rows > 0;
    }
    this.empty = 0;
    this.rows += 1;
    if (this.rows > MOST_ROWS) throw new Error(`one of its sheets has more than ${MOST_ROWS} rows`);
    this.keep(firstCells(text));
    return false;
  }

  /** The sheet that is left; `cut` says that it was not read to its end. */
  result(cut: boolean): string {
    if (!cut) return this.kept + this.waiting;
    const prefix = /<((?:\w+:)?)worksheet[\s>]/.exec(this.kept)?.[1] ?? '';
    return `${this.kept}</${prefix}sheetData></${prefix}worksheet>`;
  }
}
