/**
 * Import of a large XLSForm, 2,000 questions and a choice list of 50,000 rows, from the bytes of the .xlsx to a checked
 * questionnaire, each time in a fresh process. Nobody else imports XLSForms in JavaScript; beside it stands what only reading the
 * rows takes with the usual reader of spreadsheets.
 */
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { largeForm } from './import/largeForm.ts';
import type { Reading } from './import/report.ts';
import { quantile } from './quantile.ts';

const QUESTIONS = 2_000;
const CHOICES = 50_000;
const ROUNDS = 7;

/** Inside the repository, so that packages are found. */
const folder = mkdtempSync(join(import.meta.dirname, '..', 'node_modules', '.import-bench-'));
const PROGRAMS = [
  ['import, with all checks', 'importOnce'],
  ['only the rows, @e965/xlsx', 'readRowsOnce'],
] as const;

function once(program: string, form: string): Reading {
  const output = execFileSync(process.execPath, [join(folder, `${program}.mjs`), form], { encoding: 'utf8' });
  const reading = JSON.parse(output) as Reading;
  if (reading.questions !== QUESTIONS) throw new Error(`${program} read ${reading.questions} questions`);
  return reading;
}

try {
  const form = join(folder, 'form.xlsx');
  const content = largeForm(QUESTIONS, CHOICES);
  writeFileSync(form, content);
  await build({
    entryPoints: PROGRAMS.map(([, program]) => join(import.meta.dirname, 'import', `${program}.ts`)),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    logLevel: 'warning',
  });
  console.log(
    `${QUESTIONS} questions, ${CHOICES} choices, ${(content.byteLength / 2 ** 20).toFixed(1)} MB; median of ${ROUNDS} processes`,
  );
  const readings = new Map<string, Reading[]>(PROGRAMS.map(([title]) => [title, []]));
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [title, program] of PROGRAMS) readings.get(title)?.push(once(program, form));
  for (const [title, of] of readings) {
    const median = (value: (reading: Reading) => number): string => quantile(of.map(value), 0.5).toFixed(0);
    console.log(
      `${title.padEnd(28)} ${median(({ milliseconds }) => milliseconds)} ms, ${median(({ cpuMilliseconds }) => cpuMilliseconds)} ms of CPU, peak ${median(({ peakMegabytes }) => peakMegabytes)} MB`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}
