import type { Table } from './table.ts';

/** Where an element, a choice or a declaration of the definition stands in the workbook. */
export interface Origin {
  readonly table: Table;
  readonly row: number;
}

/** Keeps, for each object of the definition, the row it comes from. */
export class Origins {
  private readonly rows = new WeakMap<object, Origin>();

  keep<T extends object>(value: T, table: Table, row: number): T {
    this.rows.set(value, { table, row });
    return value;
  }

  of(value: object): Origin | undefined {
    return this.rows.get(value);
  }
}
