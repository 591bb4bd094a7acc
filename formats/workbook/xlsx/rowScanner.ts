import { EMPTY_ROWS, MOST_ROWS } from '../limits.ts';
import { Unreadable } from '../unreadable.ts';
import { HeldRow } from './heldRow.ts';

/** Letters of a sheet between its rows, and in rows that hold something. */
const MOST_BETWEEN = 4_000_000;
const MOST_LETTERS = 30_000_000;
/** Letters of empty rows that are looked through for one that says something. */
const MOST_EMPTY = 30_000_000;

const HAS_VALUE = /<(?:\w+:)?(?:v|is|f)[\s/>]/;
const ROW_START = /<(?:\w+:)?row(?=[\s/>])/g;
const ROW_END = /<\/(?:\w+:)?row\s*>/g;

/**
 * Takes the XML of a sheet piece by piece and hands over the rows that hold something, so that a sheet of any size costs the
 * memory of one row.
 */
export class RowScanner {
  readonly #sheet: string;
  readonly #take: (row: string, isFar: boolean) => void;
  readonly #held: HeldRow;
  #rows = 0;
  #empty = 0;
  #between = 0;
  #letters = 0;
  #emptyLetters = 0;

  /** `sheet` is how messages call it. */
  constructor(sheet: string, take: (row: string, isFar: boolean) => void) {
    this.#sheet = sheet;
    this.#take = take;
    this.#held = new HeldRow(sheet);
  }

  /** True when nothing more is wanted. Throws, with a message for the author, when the sheet is too large. */
  scan(piece: string): boolean {
    if (!this.#held.mayEndWith(piece)) {
      this.#held.add(piece);
      return false;
    }
    const text = this.#held.take() + piece;
    let from = 0;
    for (;;) {
      ROW_START.lastIndex = from;
      const start = ROW_START.exec(text)?.index;
      // A tag may be cut in two.
      const until = start ?? Math.max(from, text.length - 20);
      this.#count(until - from);
      from = until;
      const end = start === undefined ? undefined : endOfRow(text, start);
      if (end === undefined) break;
      if (this.#row(text.slice(from, end))) return true;
      from = end;
    }
    this.#held.add(text.slice(from));
    return false;
  }

  #count(between: number): void {
    this.#between += between;
    if (this.#between > MOST_BETWEEN) this.#refuse('is too large');
  }

  #refuse(why: string): never {
    throw new Unreadable(`the sheet "${this.#sheet}" ${why}`);
  }

  #row(text: string): boolean {
    if (!HAS_VALUE.test(text)) {
      this.#empty += 1;
      if (this.#empty > EMPTY_ROWS) this.#emptyLetters += text.length;
      return this.#emptyLetters > MOST_EMPTY;
    }
    if (this.#empty >= EMPTY_ROWS && this.#rows > 0) {
      this.#take(text, true);
      return true;
    }
    this.#empty = 0;
    this.#rows += 1;
    if (this.#rows > MOST_ROWS) this.#refuse(`has more than ${MOST_ROWS} rows`);
    this.#letters += text.length;
    if (this.#letters > MOST_LETTERS) this.#refuse('is too large');
    this.#take(text, false);
    return false;
  }
}

function endOfRow(text: string, start: number): number | undefined {
  const tagEnd = text.indexOf('>', start);
  if (tagEnd < 0) return undefined;
  if (text[tagEnd - 1] === '/') return tagEnd + 1;
  ROW_END.lastIndex = tagEnd;
  return ROW_END.exec(text) === null ? undefined : ROW_END.lastIndex;
}
