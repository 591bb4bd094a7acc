/** A sheet as text: `rows[0]` is row 1 of the spreadsheet; cells are '' where empty; rows may be of different lengths. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly hidden?: boolean;
}

/** A spreadsheet once its cells are text; what the reader of the file could not make sense of comes along as `findings`. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly findings?: readonly Finding[];
}

/** Something an author should know. Only errors keep a form from being used; what is unsupported runs, but not wholly as written. */
export interface Finding {
  readonly severity: 'error' | 'warning' | 'unsupported';
  /** Name of the sheet as the workbook has it, '' for the workbook as a whole. */
  readonly sheet: string;
  /** As spreadsheets count: headers stand in row 1; 0 for the sheet as a whole. */
  readonly row: number;
  /** Header of the column, '' for the row as a whole. */
  readonly column: string;
  /** What is wrong and how to mend it, in English. */
  readonly message: string;
}
