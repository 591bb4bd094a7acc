/** `npm run test:corpus`: what the reference implementations do with real questionnaires, against ours. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkExpressions } from './expressions.ts';
import { checkRuns } from './runs.ts';
import { checkXlsForms } from './xlsforms.ts';
import { checkSameDefinitions } from './xlsforms/sameDefinitions.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpus');
/** Each prints its table and says whether all is well. */
const CHECKS: readonly ((folder: string) => boolean | Promise<boolean>)[] = [
  checkExpressions,
  checkXlsForms,
  checkSameDefinitions,
  checkRuns,
];

if (!existsSync(folder)) {
  console.log('The corpus was left out: there is no ../shared/corpus beside this checkout.');
} else {
  for (const check of CHECKS) if (!(await check(folder))) process.exitCode = 1;
}
