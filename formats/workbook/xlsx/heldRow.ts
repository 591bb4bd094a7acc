import { Unreadable } from '../unreadable.ts';

/** Letters of one row: no form has so long a one. */
const LONGEST_ROW = 4_000_000;
/** Letters without a tag: cells hold 32,767 characters at most, each of which may be written as `&#x10FFFF;`. */
const LONGEST_TEXT = 400_000;
/** More than the longest tag that ends a row. */
const SEAM = 40;

const WHOLE_START = /^<(?:\w+:)?row(?:\s[^>]*)?>/;
const ROW_END = /<\/(?:\w+:)?row\s*>/;
const ROW_NUMBER = /^<(?:\w+:)?row\s[^>]*?\br=["'](\d+)["']/;

/**
 * The beginning of a row whose end has not come yet. Pieces are kept apart until it does: putting them together each time would cost
 * the whole row for every piece.
 */
export class HeldRow {
  readonly #sheet: string;
  #pieces: string[] = [];
  #length = 0;
  #sinceTag = 0;
  /** The tag that begins the row is complete, so only one that ends it is of interest. */
  #isOpen = false;

  constructor(sheet: string) {
    this.#sheet = sheet;
  }

  /** Whether the row, with the piece behind it, should be looked at. */
  mayEndWith(piece: string): boolean {
    return !this.#isOpen || ROW_END.test((this.#pieces.at(-1) ?? '').slice(-SEAM) + piece);
  }

  /** Throws, with a message for the author, when the row or one of its cells is too long. */
  add(piece: string): void {
    if (piece === '') return;
    this.#pieces.push(piece);
    this.#length += piece.length;
    const tag = piece.lastIndexOf('<');
    this.#sinceTag = tag < 0 ? this.#sinceTag + piece.length : piece.length - tag;
    if (this.#pieces.length === 1) this.#isOpen = WHOLE_START.test(piece);
    if (this.#sinceTag > LONGEST_TEXT) throw new Unreadable(`a cell in ${this.#name} is too long`);
    if (this.#length > LONGEST_ROW) throw new Unreadable(`${this.#name} is too long`);
  }

  /** What is held; nothing is afterwards. */
  take(): string {
    const held = this.#pieces.length === 1 ? (this.#pieces[0] ?? '') : this.#pieces.join('');
    this.#pieces = [];
    this.#length = 0;
    this.#sinceTag = 0;
    this.#isOpen = false;
    return held;
  }

  get #name(): string {
    const number = ROW_NUMBER.exec(this.#pieces[0] ?? '')?.[1];
    return `${number === undefined ? 'a row' : `row ${number}`} of the sheet "${this.#sheet}"`;
  }
}
