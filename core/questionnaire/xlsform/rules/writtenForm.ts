import type { Sheet, Workbook } from '../workbook.ts';
import type { TypeCell } from '../typeCell.ts';
import { readTypeCell } from '../typeCell.ts';

/** A row of a sheet by the headers, as they stand. */
export interface WrittenRow {
  readonly sheet: string;
  readonly number: number;
  readonly cells: ReadonlyMap<string, string>;
}

export interface WrittenSheet {
  readonly name: string;
  readonly headers: readonly string[];
  readonly rows: readonly WrittenRow[];
}

/** A row of the survey sheet that is a question, a group or a repeat, with the names of what it stands in. */
export interface SurveyRow extends WrittenRow {
  readonly type: TypeCell;
  readonly within: readonly string[];
}

/** Where a rule is broken, and how. */
export interface Breach {
  readonly row: WrittenRow | undefined;
  readonly sheet: string;
  readonly column: string;
  readonly what: string;
}

export const breach = (row: WrittenRow, column: string, what: string): Breach => ({
  row,
  sheet: row.sheet,
  column,
  what,
});

function writtenSheet({ name, rows }: Sheet): WrittenSheet {
  const [headers = [], ...texts] = rows;
  return {
    name,
    headers,
    rows: texts.map((cells, index) => ({
      sheet: name,
      number: index + 2,
      cells: new Map(
        headers
          .map((header, column) => [header, cells[column] ?? ''] as const)
          .filter(([, text]) => text !== ''),
      ),
    })),
  };
}

/** A workbook as its rules look at it: headers and cells as they stand, no aliases, no mercy. */
export class WrittenForm {
  readonly sheets: readonly WrittenSheet[];
  readonly survey: readonly SurveyRow[];

  constructor(workbook: Workbook) {
    this.sheets = workbook.sheets.map(writtenSheet);
    this.survey = this.placed();
  }

  rows(name: string): readonly WrittenRow[] {
    return this.sheets.find((sheet) => sheet.name === name)?.rows ?? [];
  }

  setting(name: string): string | undefined {
    return this.rows('settings')[0]?.cells.get(name);
  }

  /** Names of the choices by list. */
  lists(sheet: string): ReadonlyMap<string, readonly WrittenRow[]> {
    const lists = new Map<string, WrittenRow[]>();
    for (const row of this.rows(sheet)) {
      const name = row.cells.get('list_name') ?? '';
      const choices = lists.get(name) ?? [];
      if (choices.length === 0) lists.set(name, choices);
      choices.push(row);
    }
    return lists;
  }

  private placed(): readonly SurveyRow[] {
    const within: string[] = [];
    return this.rows('survey').map((row) => {
      const type = readTypeCell(row.cells.get('type') ?? '');
      if (type.kind === 'end') within.pop();
      const placed = { ...row, type, within: [...within] };
      if (type.kind === 'begin') within.push(row.cells.get('name') ?? '');
      return placed;
    });
  }
}

export const nameOf = ({ cells }: WrittenRow): string => cells.get('name') ?? '';

export const isAsked = ({ type }: SurveyRow): boolean => type.kind !== 'begin' && type.kind !== 'end';

/** XML names with one prefix at most. */
export const isXmlName = (name: string): boolean =>
  /^[\p{L}_][\p{L}\p{M}\p{N}._\-·]*(?::[\p{L}_][\p{L}\p{M}\p{N}._\-·]*)?$/u.test(name);
