import { join } from 'node:path';
import { fileReport } from '../rules/fileReport.ts';
import { listSources } from '../rules/listSources.ts';
import { runNode } from './runProgram.ts';
import { verdict } from './stage.ts';
import type { Stage } from './stage.ts';

const FOLDERS = ['core', 'formats', 'renderer', 'electron', 'sync-server', 'cli', 'e2e', 'bench', 'tooling'];
const PROJECTS = ['tooling', 'renderer', 'core', 'sync-server', 'electron'];

function program(name: string, script: string, args: readonly string[]): Stage {
  return {
    name,
    run: async () => {
      const { status, output } = await runNode(script, args);
      if (status !== 0) console.log(`\n--- ${name}\n${output}`);
      return verdict(status === 0);
    },
  };
}

const fileRule: Stage = {
  name: 'file names and sizes',
  run: async () => {
    const { faults, count, median, p95, largest } = fileReport(
      listSources(join(import.meta.dirname, '../..')),
    );
    for (const fault of faults) console.log(fault);
    return verdict(
      faults.length === 0,
      `${count} files, lines: median ${median}, p95 ${p95}, largest ${largest}`,
    );
  },
};

/** The longest first, so that none of them is left to run alone at the end. */
export const staticStages: readonly Stage[] = [
  program('lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']),
  ...PROJECTS.map((project) => program(`types: ${project}`, 'typescript/bin/tsc', ['-p', project])),
  program('format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  program('dependency rules', 'dependency-cruiser/bin/dependency-cruise.mjs', FOLDERS),
  program('dead code', 'knip/bin/knip.js', ['--no-progress']),
  fileRule,
];
