import { read, utils } from '@e965/xlsx';
import { readFileSync } from 'node:fs';
import { report } from './report.ts';

/** What people take to read spreadsheets in JavaScript: only the rows, of which nothing is understood. */
const [, , file = ''] = process.argv;
await report(() => {
  const book = read(readFileSync(file), { dense: true });
  const [survey] = book.SheetNames.map((name) => utils.sheet_to_json(book.Sheets[name] ?? {}, { header: 1 }));
  return (survey?.length ?? 1) - 1;
});
