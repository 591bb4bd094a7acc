import type { EntityDeclaration } from '../definition/index.ts';
import type { ChoiceLists } from './choices.ts';
import type { Findings } from './findings.ts';
import type { Languages } from './languages.ts';
import type { Origins } from './origins.ts';
import type { FormSettings } from './settings.ts';
import type { Row, Table } from './table.ts';
import { headerOf } from './table.ts';

/** What the rows of the survey are read against. */
export interface SurveyForm {
  readonly table: Table;
  readonly languages: Languages;
  readonly origins: Origins;
  readonly findings: Findings;
  readonly settings: FormSettings;
  readonly choices: ChoiceLists;
  readonly externalChoices: ChoiceLists | undefined;
  readonly osmTags: ChoiceLists | undefined;
  readonly entities: readonly EntityDeclaration[];
  /** Ends a message about a list that is missing: a sheet whose name is nearly that of the one looked for. */
  readonly nearSheet: (wanted: string) => string;
}

/** A row with the form it stands in: reads cells, reports by their header. */
export class RowReader {
  constructor(
    readonly form: SurveyForm,
    readonly row: Row,
  ) {}

  get(key: string): string | undefined {
    return this.row.cells.get(key);
  }

  place(key?: string): { sheet: string; row: number; column?: string } {
    const { table } = this.form;
    const place = { sheet: table.sheet, row: this.row.number };
    return key === undefined ? place : { ...place, column: headerOf(table, key) };
  }

  error(key: string | undefined, message: string): void {
    this.form.findings.error(this.place(key), message);
  }

  warn(key: string | undefined, message: string): void {
    this.form.findings.warn(this.place(key), message);
  }

  unsupported(key: string | undefined, message: string): void {
    this.form.findings.unsupported(this.place(key), message);
  }

  keep<T extends object>(value: T): T {
    return this.form.origins.keep(value, this.form.table, this.row.number);
  }
}
