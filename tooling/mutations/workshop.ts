import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../stages/runProgram.ts';
import type { Edit, Mutant } from './mutant.ts';

/** A copy of the tree in which safeguards may be taken away. The tree itself is never touched. */
export interface Workshop {
  /** Makes the edits, does the work, and unmakes them. */
  mutated<T>(edits: readonly Edit[], work: () => Promise<T>): Promise<T>;
  run(mutant: Mutant): Promise<TestRun>;
  remove(): void;
}

export interface TestRun {
  readonly passed: number;
  /** Names of the tests that failed. */
  readonly failed: readonly string[];
  /** Where no test ran at all. */
  readonly trouble: string;
}

export function openWorkshop(root: string): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-mutations-'));
  const listed = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  }).stdout.split('\0');
  const wanted = new Set(listed.filter((path) => path !== '' && path !== 'node_modules'));
  for (const path of wanted) cpSync(join(root, path), join(folder, path), { recursive: true, force: true });
  cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return {
    mutated: (edits, work) => mutated(folder, edits, work),
    run: (mutant) => runTests(folder, mutant),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function mutated<T>(folder: string, edits: readonly Edit[], work: () => Promise<T>): Promise<T> {
  const originals = new Map<string, string>();
  try {
    for (const { file, find, put } of edits) {
      const text = readFileSync(join(folder, file), 'utf8');
      if (!originals.has(file)) originals.set(file, text);
      const found = text.split(find).length - 1;
      if (found !== 1) throw new Error(`${file}: found ${found} times instead of once: ${find}`);
      writeFileSync(
        join(folder, file),
        text.replace(find, () => put),
      );
    }
    return await work();
  } finally {
    for (const [file, text] of originals) writeFileSync(join(folder, file), text);
  }
}

interface Report {
  readonly numPassedTests: number;
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

async function runTests(folder: string, { test, named, built }: Mutant): Promise<TestRun> {
  if (built === true) {
    const args = ['--import', './tooling/typescript.mjs', 'tooling/build.ts'];
    const { status, output } = await runProgram(process.execPath, args, { cwd: folder });
    if (status !== 0) return { passed: 0, failed: [], trouble: `not built: ${output}` };
  }
  const report = join(folder, 'dist', 'mutation.json');
  rmSync(report, { force: true });
  const args = [
    join('node_modules', 'vitest', 'vitest.mjs'),
    'run',
    test,
    '--reporter=json',
    `--outputFile=${report}`,
  ];
  const filter = named === '' ? [] : ['-t', named];
  const { output } = await runProgram(process.execPath, [...args, ...filter], {
    cwd: folder,
    timeoutMs: 600_000,
  });
  try {
    return summary(JSON.parse(readFileSync(report, 'utf8')) as Report);
  } catch {
    return { passed: 0, failed: [], trouble: output };
  }
}

function summary({ numPassedTests, testResults }: Report): TestRun {
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = tests.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
  const ran = numPassedTests + failed.length > 0;
  const trouble = ran ? '' : testResults.map(({ message }) => message).join('\n') || 'no test has this name';
  return { passed: numPassedTests, failed, trouble };
}
