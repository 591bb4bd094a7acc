import type { Media, Text } from '../../definition/index.ts';
import { trimmed } from '../cellText.ts';
import type { Sheet } from '../workbook.ts';
import type { LanguageHeaders } from './languageHeaders.ts';

/** A cell by its column, and by its language where the column has several. */
interface Cell {
  readonly column: string;
  readonly language: string | undefined;
  /** The text is in no other language. */
  readonly alone?: boolean;
  readonly text: string;
}

/** Stands for a text of spaces, which readers would take for none. */
const BLANK = '-';

/** A row that is being written; what is undefined leaves its cell empty. */
export class RowWriter {
  readonly cells: Cell[] = [];

  set(column: string, text: string | undefined): this {
    if (text !== undefined && text !== '') this.cells.push({ column, language: undefined, text });
    return this;
  }

  say(column: string, text: Text | undefined): this {
    const alone = Object.keys(text ?? {}).length === 1;
    for (const [language, said] of Object.entries(text ?? {}))
      if (said !== '')
        this.cells.push({ column, language, alone, text: trimmed(said) === '' ? BLANK : said });
    return this;
  }

  show(media: Media | undefined): this {
    return this.say('media::image', media?.image)
      .say('media::big-image', media?.bigImage)
      .say('media::audio', media?.audio)
      .say('media::video', media?.video);
  }

  /** `first::x` for each x. */
  each(first: string, values: Readonly<Record<string, string>> | undefined): this {
    for (const [name, text] of Object.entries(values ?? {}))
      this.set(first === '' ? name : `${first}::${name}`, text);
    return this;
  }
}

/**
 * The rows as a sheet: columns in the order given and those that are used only, others behind them. A text has a column for every
 * language of the form, also where it says nothing: other tools warn of missing ones.
 */
export function sheetOf(
  name: string,
  order: readonly string[],
  rows: readonly RowWriter[],
  languages: LanguageHeaders,
): Sheet {
  const headerOf = ({ column, language, alone }: Cell): string =>
    language === undefined || (alone === true && languages.isPlain(name, column, language))
      ? column
      : languages.header(column, language);
  const used = new Map<string, Set<string>>();
  for (const cell of rows.flatMap(({ cells }) => cells))
    used.set(cell.column, (used.get(cell.column) ?? new Set()).add(headerOf(cell)));
  const known = order.filter((column) => used.has(column));
  const others = Array.from(used.keys()).filter((column) => !order.includes(column));
  const headers = [...known, ...others].flatMap((column) => {
    const own = used.get(column) ?? new Set();
    const spoken = Array.from(own).some((header) => header !== column);
    return [...(own.has(column) ? [column] : []), ...(spoken ? languages.headers(column) : [])];
  });
  const places = new Map(headers.map((header, index) => [header, index]));
  const texts = rows.map(({ cells }) => {
    const row = headers.map(() => '');
    for (const cell of cells) row[places.get(headerOf(cell)) ?? row.length] = cell.text;
    return row;
  });
  return { name, rows: [headers, ...texts] };
}
