/** `npm run test:corpus`: what the reference implementations do with real questionnaires, against ours. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { heldLine, LEFT_OUT } from '../stages/corpusStage.ts';
import { checkExpressions } from './expressions.ts';
import { checkEngine } from './engine.ts';
import { checkRoundTrip } from './roundTrip.ts';
import { checkRuns } from './runs.ts';
import { checkXlsForms } from './xlsforms.ts';
import { checkSameDefinitions } from './xlsforms/sameDefinitions.ts';
import { checkXPaths } from './xpaths.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpus');
/** Each prints its table and says whether all is well. */
const CHECKS: readonly ((folder: string) => boolean | Promise<boolean>)[] = [
  checkExpressions,
  checkXlsForms,
  checkXPaths,
  checkSameDefinitions,
  checkRuns,
  checkRoundTrip,
  checkEngine,
];

if (!existsSync(folder)) {
  console.log(LEFT_OUT);
} else {
  let held = 0;
  for (const check of CHECKS) if (await check(folder)) held += 1;
  console.log(heldLine(held, CHECKS.length));
  if (held < CHECKS.length) process.exitCode = 1;
}
