import { openReadOnly } from '../store/index.ts';

/** What SQLite itself finds wrong with a database file: broken pages, rows that an index lacks. */
export function fileFindings(path: string): readonly string[] {
  try {
    const database = openReadOnly(path);
    try {
      const rows = database.pragma('integrity_check(20)') as readonly { readonly integrity_check: string }[];
      return rows
        .map((row) => row.integrity_check)
        .filter((line) => line !== 'ok')
        .map((line) => `the database file is damaged: ${line}`);
    } finally {
      database.close();
    }
  } catch (error) {
    return [`the database file can't be read: ${error instanceof Error ? error.message : 'no reason given'}`];
  }
}
