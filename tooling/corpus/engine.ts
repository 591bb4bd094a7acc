import { engineReason } from './engine/listed.ts';
import type { Compared } from './engine/sameSubmission.ts';
import { sameSubmission } from './engine/sameSubmission.ts';
import { keepsUp } from './floors.ts';
import type { CorpusForm } from './roundTrip/corpusForms.ts';
import { markdownForms, workbookForms } from './roundTrip/corpusForms.ts';

interface Row {
  forms: number;
  same: number;
  listed: number;
  fail: number;
  answers: number;
  nodes: number;
}

/** Every so many of pyxform's small test forms; all workbooks are taken. */
const EVERY = 4;

const attempt = async ({ definition }: CorpusForm): Promise<Compared> =>
  sameSubmission(definition).catch((error: unknown) => ({
    answers: 0,
    nodes: 0,
    differences: [error instanceof Error ? error.message : String(error)],
  }));

/** Gives the same answers here and to ODK Web Forms' engine with the XForms we write; false when a submission differs unexplained. */
export async function checkEngine(folder: string): Promise<boolean> {
  const rows = new Map<string, Row>();
  const reasons = new Map<string, string[]>();
  const take = async (kind: string, form: CorpusForm): Promise<void> => {
    const row = rows.get(kind) ?? { forms: 0, same: 0, listed: 0, fail: 0, answers: 0, nodes: 0 };
    rows.set(kind, row);
    const { answers, nodes, differences } = await attempt(form);
    row.forms += 1;
    row.answers += answers;
    row.nodes += nodes;
    const told = differences.map((difference) => engineReason(form.id, difference));
    const [reason] = told;
    if (told.length === 0) row.same += 1;
    else if (reason === undefined || told.includes(undefined)) {
      row.fail += 1;
      console.log(`FAIL ${form.id}\n     ${differences.slice(0, 2).join('\n     ').slice(0, 400)}`);
    } else {
      row.listed += 1;
      reasons.set(reason, [...(reasons.get(reason) ?? []), form.id]);
    }
  };
  for await (const form of workbookForms(folder)) await take('workbooks', form);
  let index = 0;
  for (const form of markdownForms(folder)) {
    index += 1;
    if (index % EVERY === 0) await take(`every ${EVERY}th Markdown form`, form);
  }
  print(rows, reasons);
  const kept = Array.from(rows, ([kind, { same }]) => keepsUp(`engine, ${kind}`, { same }));
  return !kept.includes(false) && [...rows.values()].every(({ fail }) => fail === 0);
}

function print(rows: ReadonlyMap<string, Row>, reasons: ReadonlyMap<string, readonly string[]>): void {
  const columns = ['forms', 'same', 'listed', 'fail', 'answers', 'nodes'] as const;
  console.log(
    'Our XForms in @getodk/xforms-engine: the same submission'.padEnd(58),
    columns.map((column) => column.padStart(9)).join(''),
  );
  for (const [kind, row] of rows)
    console.log(kind.padEnd(58), columns.map((column) => String(row[column]).padStart(9)).join(''));
  for (const [reason, ids] of reasons) console.log(`  ${ids.length} ${reason}\n      ${ids.join(', ')}`);
  console.log('');
}
