import { keepsUp } from './floors.ts';
import { EXPLAINED } from './xlsforms/explained.ts';
import { readMarkdownForms } from './xlsforms/markdownForms.ts';
import type { Outcome } from './xlsforms/outcome.ts';
import { place } from './xlsforms/outcome.ts';
import { readWorkbooks } from './xlsforms/workbooks.ts';

const share = (part: number, whole: number): string =>
  `${String(part).padStart(5)} of ${String(whole).padStart(5)}  ${((100 * part) / Math.max(whole, 1)).toFixed(2)} %`;

const reasonFor = (id: string): string | undefined => EXPLAINED.find(([piece]) => id.includes(piece))?.[1];

/** Prints the table; false when a line of it is lower than it was. */
function printTable(title: string, outcomes: readonly Outcome[]): boolean {
  const accepted = outcomes.filter(({ refused }) => refused === undefined);
  const refused = outcomes.filter((outcome) => outcome.refused !== undefined);
  const read = accepted.filter(({ errors }) => errors === undefined);
  const rows = refused.filter((outcome) => outcome.sameRow !== undefined);
  const sum = (of: (outcome: Outcome) => number): number =>
    read.reduce((total, outcome) => total + of(outcome), 0);
  const warnings = sum((outcome) => outcome.warnings);
  const untold = sum((outcome) => outcome.untold.length);
  const reached = {
    accepted: read.length,
    refused: refused.filter(({ errors }) => errors !== undefined).length,
    row: rows.filter((outcome) => outcome.sameRow === true).length,
    warnings: warnings - untold,
    paths: read.filter(({ paths }) => paths.length === 0).length,
  };
  console.log(title);
  console.log(`  what pyxform accepts, accepted     ${share(reached.accepted, accepted.length)}`);
  console.log(`  what pyxform refuses, refused      ${share(reached.refused, refused.length)}`);
  console.log(`  its row is among the rows we name  ${share(reached.row, rows.length)}`);
  console.log(`  its warnings, given                ${share(reached.warnings, warnings)}`);
  console.log(`  the same nodes in the data         ${share(reached.paths, read.length)}\n`);
  return keepsUp(title, reached);
}

function differences({ refused, errors, untold, paths }: Outcome): readonly string[] {
  const found: string[] = [];
  if (refused === undefined && errors !== undefined)
    found.push(`only we refuse: ${errors.slice(0, 2).map(place).join('; ')}`);
  if (refused !== undefined && errors === undefined)
    found.push(`only pyxform refuses: ${refused.slice(0, 200)}`);
  if (untold.length > 0) found.push(`not warned of: ${untold.join('; ').slice(0, 300)}`);
  if (paths.length > 0) found.push(`other nodes: ${paths.slice(0, 4).join(', ')}`);
  return found;
}

/** Lists every difference with who is right; false when one has no explanation. */
function printDifferences(outcomes: readonly Outcome[]): boolean {
  let explained = true;
  for (const outcome of outcomes) {
    const found = differences(outcome);
    if (found.length === 0) continue;
    const reason = reasonFor(outcome.id);
    if (reason === undefined) explained = false;
    console.log(`${reason === undefined ? 'FAIL' : 'differs'} ${outcome.id}`);
    for (const difference of found) console.log(`     ${difference}`);
    if (reason !== undefined) console.log(`     ${reason}`);
  }
  console.log('');
  return explained;
}

/** Reads real workbooks and pyxform's test forms, and prints how far we agree with pyxform. */
export async function checkXlsForms(folder: string): Promise<boolean> {
  const workbooks = await readWorkbooks(folder);
  const forms = readMarkdownForms(folder);
  console.log(`XLSForms: ${workbooks.length} workbooks, ${forms.length} forms of pyxform's tests\n`);
  const kept = [printTable('workbooks', workbooks), printTable("forms of pyxform's tests (Markdown)", forms)];
  return printDifferences([...workbooks, ...forms]) && !kept.includes(false);
}
