import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loadXForm } from '../../formats/xform/loadXForm.ts';
import { compileQuestionnaire } from '../../core/questionnaire/index.ts';
import type { Questionnaire } from '../../core/questionnaire/index.ts';
import { reasonFor } from './runs/listed.ts';
import type { RecordedRun, RecordedStep } from './runs/recordedRun.ts';
import { replay } from './runs/replay.ts';
import type { Replayed } from './runs/replay.ts';
import { replayWebForms } from './runs/replayWebForms.ts';
import type { WebFormsStep } from './runs/webFormsRun.ts';

interface Row {
  runs: number;
  /** No form was recorded with them, or the engine that recorded them fails them itself. */
  without: number;
  agree: number;
  listed: number;
  fail: number;
  nodes: number;
  nodesAgree: number;
}

type Run = RecordedRun & { readonly steps: readonly (RecordedStep & WebFormsStep)[] };
type Player = (questionnaire: Questionnaire, run: Run) => Replayed;

const FILES: readonly (readonly [name: string, play: Player])[] = [
  ['xlsforms', (questionnaire, run) => replay(questionnaire, run, {})],
  ['javarosa_scenarios', (questionnaire, run) => replay(questionnaire, run, {})],
  ['webforms_scenarios', replayWebForms],
];

/** Replays the recorded runs from the XForm's XML and prints the table; false when one differs that no list explains. */
export function checkRuns(folder: string): boolean {
  const rows = new Map<string, Row>();
  const reasons = new Map<string, string[]>();
  for (const [name, play] of FILES) rows.set(name, checkFile(folder, name, play, reasons));
  printTable(rows);
  console.log('Listed, with the reason:');
  for (const [reason, ids] of reasons)
    console.log(`  ${ids.length} x ${reason}\n      ${ids.slice(0, 12).join(' ')}`);
  console.log('');
  return [...rows.values()].every(({ fail }) => fail === 0);
}

function checkFile(folder: string, name: string, play: Player, reasons: Map<string, string[]>): Row {
  const row: Row = { runs: 0, without: 0, agree: 0, listed: 0, fail: 0, nodes: 0, nodesAgree: 0 };
  const forms = new Map<string, Questionnaire | string>();
  for (const run of readRuns(join(folder, 'runs', `${name}.jsonl.gz`))) {
    row.runs += 1;
    const file = join(folder, run.xform ?? join('runs', run.form ?? ''));
    if (!existsSync(file) || statSync(file).isDirectory() || run.expectedToFail === true) {
      row.without += 1;
      continue;
    }
    const questionnaire = forms.get(file) ?? load(file);
    forms.set(file, questionnaire);
    const outcome = typeof questionnaire === 'string' ? questionnaire : play(questionnaire, run);
    if (typeof outcome !== 'string') {
      row.nodes += outcome.nodes;
      row.nodesAgree += outcome.nodes - Math.min(outcome.nodes, outcome.nodesWrong);
    }
    if (typeof outcome !== 'string' && outcome.differences.length === 0) row.agree += 1;
    else count(row, run, outcome, reasons);
  }
  return row;
}

function count(row: Row, run: RecordedRun, outcome: Replayed | string, reasons: Map<string, string[]>): void {
  const reason = reasonFor(run.id, run.test ?? '');
  if (reason !== undefined) {
    row.listed += 1;
    reasons.set(reason, [...(reasons.get(reason) ?? []), run.id]);
    return;
  }
  row.fail += 1;
  console.log(`FAIL ${run.id} ${run.form ?? ''} ${run.test ?? ''}`);
  if (typeof outcome === 'string') console.log(`     ${outcome.slice(0, 300)}`);
  else
    for (const { step, what, wanted, got } of outcome.differences.slice(0, 3))
      console.log(`     step ${step}, ${what}: wanted ${wanted.slice(0, 150)}, got ${got.slice(0, 150)}`);
}

const columns = ['runs', 'without', 'agree', 'listed', 'fail', 'nodes', 'nodesAgree'] as const;

function printTable(rows: ReadonlyMap<string, Row>): void {
  console.log(['recorded runs'.padEnd(20), ...columns.map((column) => column.padStart(11))].join(''));
  for (const [name, row] of rows) {
    const shares = `${share(row.agree, row.runs - row.without)} of runs, ${share(row.nodesAgree, row.nodes)} of nodes`;
    console.log(
      [name.padEnd(20), ...columns.map((column) => String(row[column]).padStart(11)), `  ${shares}`].join(''),
    );
  }
  console.log('');
}

const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;

function load(file: string): Questionnaire | string {
  const bytes = readFileSync(file);
  const loaded = loadXForm((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
  if (!loaded.ok) return loaded.error;
  const compiled = compileQuestionnaire(loaded.value.definition);
  if (compiled.ok) return compiled.value;
  return compiled.error.map(({ path, column, message }) => `${path} ${column}: ${message}`).join('; ');
}

const readRuns = (file: string): readonly Run[] =>
  gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Run);
