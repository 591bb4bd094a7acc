import { readFileSync } from 'node:fs';
import { readFormContent } from '../../formats/readFormContent.ts';
import { report } from './report.ts';

/** Reads the form of the file once, with all checks, in a process that does nothing else. */
const [, , file = ''] = process.argv;
await report(async () => {
  const { definition, questions } = await readFormContent(readFileSync(file), file);
  if (definition === null) throw new Error('the form has errors');
  return questions;
});
