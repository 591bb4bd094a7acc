import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNode } from './runProgram.ts';
import type { Outcome, Stage } from './stage.ts';

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

async function readReport(file: string): Promise<Report | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Report;
  } catch {
    return null; // Vitest ended before it could write one.
  }
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

export function vitestStage(name: string, projects: readonly string[]): Stage {
  return {
    name,
    run: async () => {
      const folder = await mkdtemp(join(tmpdir(), 'earshot-report-'));
      const file = join(folder, 'report.json');
      const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
      const chosen = projects.map((project) => `--project=${project}`);
      const { status } = await runNode('vitest/vitest.mjs', [...args, ...chosen], { live: true });
      const outcome = countTests(await readReport(file), status);
      await rm(folder, { recursive: true, force: true });
      return outcome;
    },
  };
}
