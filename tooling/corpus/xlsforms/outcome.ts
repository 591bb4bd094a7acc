import type { Finding } from '../../../core/questionnaire/xlsform/index.ts';

/** What became of one form, here and in pyxform. */
export interface Outcome {
  readonly id: string;
  /** pyxform's error, undefined when it accepts the form. */
  readonly refused: string | undefined;
  /** Our errors, undefined when we accept it. */
  readonly errors: readonly Finding[] | undefined;
  /** Warnings of pyxform's that we do not give. */
  readonly untold: readonly string[];
  /** Warnings (of one thing each) that pyxform gives. */
  readonly warnings: number;
  /** Paths of the data that only pyxform's form has, or only ours; empty where there is nothing to compare. */
  readonly paths: readonly string[];
  /** pyxform names a row in its error, and we have an error in that row. */
  readonly sameRow: boolean | undefined;
}

/** Whether one of our errors is about the row that pyxform's is about; undefined when that says none. */
export function sameRow(refused: string | undefined, errors: readonly Finding[]): boolean | undefined {
  const row = /\[row : (\d+)\]/.exec(refused ?? '')?.[1];
  return row === undefined ? undefined : errors.some((finding) => finding.row === Number(row));
}

export const place = ({ sheet, row, column, message }: Finding): string =>
  `${sheet}:${row}:${column} ${message}`;
