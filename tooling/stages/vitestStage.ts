import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode } from './runProgram.ts';
import type { Outcome, Stage } from './stage.ts';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults?: readonly { readonly assertionResults: readonly TestReport[] }[];
}

interface TestReport {
  readonly fullName: string;
  readonly status: string;
  /** Of every try. */
  readonly failureMessages: readonly string[];
}

async function readReport(file: string): Promise<Report | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Report;
  } catch {
    return null; // Vitest ended before it could write one.
  }
}

/** What failed before it passed is not hidden: somebody has to look why. */
export function passedLate(report: Report | null): string[] {
  const tests = report?.testResults?.flatMap(({ assertionResults }) => assertionResults) ?? [];
  return tests
    .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
    .map(({ fullName, failureMessages }) => `${fullName}\n${failureMessages.join('\n')}`);
}

/** Counts tests; a run that went wrong without a failing test (a file that does not load, no tests at all) is one failure. */
export function countTests(report: Report | null, status: number): Outcome {
  const {
    numPassedTests: passed,
    numFailedTests,
    numPendingTests,
    numTodoTests,
  } = report ?? {
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
  };
  const skipped = numPendingTests + numTodoTests;
  const failed = numFailedTests + skipped;
  const silent = failed === 0 && (status !== 0 || passed === 0) ? 1 : 0;
  return { passed, failed: failed + silent, note: skipped > 0 ? `${skipped} did not run` : '' };
}

interface VitestOptions {
  /** A machine that does much else at the time can make a real browser or server late: how often a test may be tried again. */
  readonly retries?: number;
}

export function vitestStage(
  name: string,
  projects: readonly string[],
  { retries = 0 }: VitestOptions = {},
): Stage {
  return {
    name,
    run: async () => {
      const folder = await mkdtemp(join(tmpdir(), 'earshot-report-'));
      const file = join(folder, 'report.json');
      const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
      // Vitest would leave one core to nobody: on two cores that is half of the machine.
      const workers = Math.min(4, availableParallelism());
      const args = ['run', ...reporters, `--retry=${retries}`, `--maxWorkers=${workers}`];
      const chosen = projects.map((project) => `--project=${project}`);
      const { status } = await runNode('vitest/vitest.mjs', [...args, ...chosen], { live: true });
      const report = await readReport(file);
      await rm(folder, { recursive: true, force: true });
      const late = passedLate(report);
      for (const test of late) console.log(`passed only when tried again: ${test}`);
      const outcome = countTests(report, status);
      return late.length === 0
        ? outcome
        : { ...outcome, note: `${late.length} passed only when tried again` };
    },
  };
}
