/** `npm test`: every check, to the end whatever fails on the way; the last line says how many passed and failed. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser/ensureBrowser.ts';
import { bundleBudget, firstStartBudget } from './budget/bundleBudget.ts';
import type { BudgetReport } from './budget/bundleBudget.ts';
import { buildWhatIsNeeded } from './build/buildWhatIsNeeded.ts';
import { ensurePrograms } from './debian/ensurePrograms.ts';
import { ALL_TARGETS } from './build/targets.ts';
import { corpusStage } from './stages/corpusStage.ts';
import { verdict } from './stages/stage.ts';
import type { Outcome, Stage } from './stages/stage.ts';
import { staticStages } from './stages/staticStages.ts';
import { vitestStage } from './stages/vitestStage.ts';

const root = join(import.meta.dirname, '..');
const total = { passed: 0, failed: 0 };

async function outcomeOf(stage: Stage): Promise<Outcome> {
  try {
    return await stage.run();
  } catch (error) {
    console.log(error);
    return verdict(false, 'ended early');
  }
}

async function runStage(stage: Stage): Promise<void> {
  const started = performance.now();
  const { passed, failed, note } = await outcomeOf(stage);
  total.passed += passed;
  total.failed += failed;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const numbers = passed + failed > 1 ? ` (${passed} passed, ${failed} failed)` : '';
  console.log(
    `${failed === 0 ? 'ok  ' : 'FAIL'} ${stage.name}${numbers}, ${seconds} s${note && `: ${note}`}`,
  );
}

/** As many at a time as the machine has cores, two at most: each of them is hungry. */
async function runTogether(stages: readonly Stage[]): Promise<void> {
  const waiting = [...stages];
  const worker = async (): Promise<void> => {
    for (let stage = waiting.shift(); stage !== undefined; stage = waiting.shift()) await runStage(stage);
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker));
}

const browser: Stage = {
  name: 'a browser to test in',
  run: async () => {
    const path = await ensureBrowser();
    if (path !== undefined) process.env['EARSHOT_BROWSER'] = path;
    return verdict(path !== undefined, path ?? 'none found and none could be installed: set EARSHOT_BROWSER');
  },
};

const programs: Stage = {
  name: 'programs to test against',
  run: async () => {
    const missing = await ensurePrograms();
    return verdict(missing.length === 0, missing.length > 0 ? `install by hand: ${missing.join(', ')}` : '');
  },
};

const build: Stage = {
  name: 'build',
  run: async () => verdict(true, (await buildWhatIsNeeded(root, ALL_TARGETS, () => undefined)).join(', ')),
};

const budgetStage = (name: string, report: (root: string) => BudgetReport): Stage => ({
  name,
  run: async () => {
    const { bytes, allowed, scripts } = report(root);
    if (bytes > allowed) for (const script of scripts) console.log(`${script.bytes} ${script.file}`);
    return verdict(bytes <= allowed, `${bytes} of ${allowed} bytes of gzipped JavaScript`);
  },
});

/** One after the other: what waits for a browser on a busy machine fails for no fault of its own. */
async function runInTurn(stages: readonly Stage[]): Promise<void> {
  for (const stage of stages) await runStage(stage);
}

// The corpus takes one processor for minutes, and nothing in it waits for anything: it belongs beside what else only computes.
await runTogether([corpusStage, ...staticStages]);
await runInTurn([
  build,
  budgetStage('bundle budget of the terminal', bundleBudget),
  budgetStage('bundle budget of its first start, by the enrolment link', firstStartBudget),
  browser,
  programs,
  vitestStage('unit and integration tests', ['node', 'tooling', 'postgres', 'renderer'], { retries: 1 }),
  vitestStage('tests in the browser', ['browser*'], { retries: 1 }),
  vitestStage('end to end', ['e2e'], { retries: 1 }),
]);

process.exitCode = total.failed === 0 ? 0 : 1;
console.log(`${total.passed} passed, ${total.failed} failed`);
