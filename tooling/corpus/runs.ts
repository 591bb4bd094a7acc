import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Questionnaire } from '../../core/questionnaire/index.ts';
import { keepsUp } from './floors.ts';
import { reasonFor, whyIncomparable } from './runs/listed.ts';
import { FormLoader } from './runs/loadForm.ts';
import type { RecordedRun, RecordedStep } from './runs/recordedRun.ts';
import { replay } from './runs/replay.ts';
import type { Replayed } from './runs/replay.ts';
import { replayWebForms } from './runs/replayWebForms.ts';
import { continues } from './runs/webFormsRun.ts';
import type { WebFormsRun, WebFormsStep } from './runs/webFormsRun.ts';

interface Row {
  runs: number;
  /** No form was recorded with them, or the engine that recorded them fails them itself. */
  without: number;
  /** Recordings that nothing can be compared with, each listed with the reason. */
  incomparable: number;
  agree: number;
  listed: number;
  fail: number;
  nodes: number;
  nodesAgree: number;
}

type Run = RecordedRun &
  Pick<WebFormsRun, 'continues' | 'edit' | 'state'> & {
    readonly steps: readonly (RecordedStep & WebFormsStep)[];
  };
type Player = (questionnaire: Questionnaire, run: Run) => Replayed;

interface Replaying {
  readonly title: string;
  readonly file: string;
  readonly play: Player;
  /** The form to play it with, inside the corpus. */
  readonly form: (run: Run) => string;
  /** Runs that are listed for this way of playing them only. */
  readonly fromWorkbook?: true;
}

const asJavaRosa: Player = (questionnaire, run) => replay(questionnaire, run, {});
const ownForm = ({ form }: Run): string => join('runs', form ?? '');

const REPLAYED: readonly Replaying[] = [
  { title: 'xlsforms, the XForm', file: 'xlsforms', play: asJavaRosa, form: ({ xform }) => xform ?? '' },
  {
    title: 'xlsforms, the workbook',
    file: 'xlsforms',
    play: asJavaRosa,
    form: ({ xlsform }) => xlsform ?? '',
    fromWorkbook: true,
  },
  { title: 'JavaRosa scenarios', file: 'javarosa_scenarios', play: asJavaRosa, form: ownForm },
  { title: 'Web Forms scenarios', file: 'webforms_scenarios', play: replayWebForms, form: ownForm },
];

/** Replays the recorded runs, prints the table; false when one differs that no list explains, or a listed one agrees. */
export async function checkRuns(folder: string): Promise<boolean> {
  const rows = new Map<string, Row>();
  const reasons = new Map<string, string[]>();
  for (const replaying of REPLAYED) rows.set(replaying.title, await checkFile(folder, replaying, reasons));
  printTable(rows);
  console.log('Listed, with the reason:');
  for (const [reason, ids] of reasons) console.log(`  ${ids.length} x ${reason}\n      ${ids.join(' ')}`);
  console.log('');
  const kept = Array.from(rows, ([title, { agree, nodesAgree }]) => keepsUp(title, { agree, nodesAgree }));
  return !kept.includes(false) && [...rows.values()].every(({ fail }) => fail === 0);
}

async function checkFile(
  folder: string,
  { file, play, form, fromWorkbook }: Replaying,
  reasons: Map<string, string[]>,
): Promise<Row> {
  const row: Row = {
    runs: 0,
    without: 0,
    incomparable: 0,
    agree: 0,
    listed: 0,
    fail: 0,
    nodes: 0,
    nodesAgree: 0,
  };
  const forms = new FormLoader();
  for (const run of readRuns(join(folder, 'runs', `${file}.jsonl.gz`))) {
    row.runs += 1;
    const questionnaire = await forms.load(join(folder, form(run)));
    if (questionnaire === undefined || run.expectedToFail === true || run.state === 'failed') {
      row.without += 1;
      continue;
    }
    const outcome = typeof questionnaire === 'string' ? questionnaire : play(questionnaire, run);
    const differs = typeof outcome === 'string' || outcome.differences.length > 0;
    const useless = whyIncomparable(run.id);
    if (useless !== undefined && differs) {
      row.incomparable += 1;
      reasons.set(useless, [...(reasons.get(useless) ?? []), run.id]);
      continue;
    }
    if (typeof outcome !== 'string') {
      row.nodes += outcome.nodes;
      row.nodesAgree += outcome.nodes - Math.min(outcome.nodes, outcome.nodesWrong);
    }
    const reason = useless ?? reasonFor(run.id, fromWorkbook === true);
    if (differs) {
      if (reason === undefined) {
        row.fail += 1;
        tell(run, outcome);
      } else {
        row.listed += 1;
        reasons.set(reason, [...(reasons.get(reason) ?? []), run.id]);
      }
    } else if (reason === undefined) row.agree += 1;
    else {
      row.fail += 1;
      console.log(`FAIL ${run.id} agrees, yet it is listed: ${reason}`);
    }
  }
  return row;
}

function tell(run: Run, outcome: Replayed | string): void {
  console.log(`FAIL ${run.id} ${run.form ?? ''} ${run.test ?? ''}`);
  if (typeof outcome === 'string') console.log(`     ${outcome.slice(0, 300)}`);
  else
    for (const { step, what, wanted, got } of outcome.differences.slice(0, 3))
      console.log(`     step ${step}, ${what}: wanted ${wanted.slice(0, 150)}, got ${got.slice(0, 150)}`);
}

const columns = [
  'runs',
  'without',
  'incomparable',
  'agree',
  'listed',
  'fail',
  'nodes',
  'nodesAgree',
] as const;

function printTable(rows: ReadonlyMap<string, Row>): void {
  console.log(['recorded runs'.padEnd(24), ...columns.map((column) => column.padStart(13))].join(''));
  for (const [name, row] of rows) {
    const shares = `${share(row.agree, row.runs - row.without - row.incomparable)} of runs, ${share(row.nodesAgree, row.nodes)} of nodes`;
    console.log(
      [name.padEnd(24), ...columns.map((column) => String(row[column]).padStart(13)), `  ${shares}`].join(''),
    );
  }
  console.log('');
}

const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;

function readRuns(file: string): readonly Run[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n').filter(Boolean);
  const runs = lines.map((line) => JSON.parse(line) as Run);
  return runs.map((run, index) => ({ ...run, continues: continues(run, runs[index - 1]) }));
}
