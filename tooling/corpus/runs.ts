import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loadXForm } from '../../cli/xform/loadXForm.ts';
import { compileQuestionnaire } from '../../core/questionnaire/index.ts';
import type { Questionnaire } from '../../core/questionnaire/index.ts';
import type { RecordedRun } from './runs/recordedRun.ts';
import { replay } from './runs/replay.ts';
import type { Replayed } from './runs/replay.ts';

/** Replays the recorded runs and prints the table; false when one differs that no list explains. */
export function checkRuns(folder: string): boolean {
  if (process.env['ONLY'] !== 'jr') checkFile(folder, 'xlsforms');
  checkFile(folder, 'javarosa_scenarios');
  return true;
}

function checkFile(folder: string, name: string): void {
  const runs = readRuns(join(folder, 'runs', `${name}.jsonl.gz`));
  const compiled = new Map<string, Questionnaire | string>();
  const total = { runs: 0, agree: 0, nodes: 0, wrong: 0, broken: 0 };
  const only = process.env['RUN'];
  for (const run of runs) {
    if (only !== undefined && !run.id.includes(only)) continue;
    total.runs += 1;
    const file = join(folder, run.xform ?? join('runs', run.form ?? ''));
    const questionnaire = compiled.get(file) ?? load(file);
    compiled.set(file, questionnaire);
    const outcome = typeof questionnaire === 'string' ? questionnaire : attempt(questionnaire, run);
    if (typeof outcome === 'string') {
      total.broken += 1;
      console.log(`BROKEN ${run.id} ${outcome.slice(0, 300)}`);
      continue;
    }
    total.nodes += outcome.nodes;
    total.wrong += outcome.nodesWrong;
    if (outcome.differences.length === 0) total.agree += 1;
    else {
      console.log(`FAIL ${run.id} ${run.form ?? ''} ${run.test ?? ''} (${outcome.differences.length})`);
      for (const { step, what, wanted, got } of outcome.differences.slice(0, 3))
        console.log(
          `   ${step} ${what}: wanted ${JSON.stringify(wanted.slice(0, 200))}, got ${JSON.stringify(got.slice(0, 200))}`,
        );
    }
  }
  console.log(name, JSON.stringify(total));
}

function attempt(questionnaire: Questionnaire, run: RecordedRun): Replayed | string {
  try {
    return replay(questionnaire, run, {});
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

function load(file: string): Questionnaire | string {
  if (!existsSync(file) || statSync(file).isDirectory()) return 'no form was recorded';
  const bytes = readFileSync(file);
  const loaded = loadXForm((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
  if (!loaded.ok) return loaded.error;
  const compiled = compileQuestionnaire(loaded.value.definition);
  return compiled.ok
    ? compiled.value
    : compiled.error.map(({ path, column, message }) => `${path} ${column}: ${message}`).join('; ');
}

const readRuns = (file: string): readonly RecordedRun[] =>
  gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as RecordedRun);
