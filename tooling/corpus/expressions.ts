import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from './expressions/corpusCase.ts';
import type { Row } from './expressions/countCases.ts';
import { countCases } from './expressions/countCases.ts';
import { keepsUp } from './floors.ts';
import { CONFLICTS, LISTED } from './expressions/listed.ts';

/** Runs the recorded expressions and prints the table; false when a case fails that no list explains. */
export function checkExpressions(folder: string): boolean {
  const corpus = JSON.parse(readFileSync(join(folder, 'expressions.json'), 'utf8')) as Corpus;
  const { bySource, apart, failures, needlesslyListed } = countCases(corpus);
  console.log(`Expressions: ${corpus.cases.length} cases\n`);
  printTable('neither volatile nor a conflict, within ODK XForms', bySource);
  const agree = printTotal(bySource);
  printTable('counted apart', apart);
  printReasons();
  for (const { id, expr, wanted, got } of failures) {
    console.log(`FAIL ${id} ${expr.slice(0, 160)}\n     wanted ${wanted.slice(0, 120)}, got ${got}`);
  }
  if (needlesslyListed.length > 0) console.log(`Listed, but they agree: ${needlesslyListed.join(' ')}`);
  return keepsUp('expressions', { agree }) && failures.length === 0 && needlesslyListed.length === 0;
}

const columns = ['cases', 'agree', 'listed', 'fail'] as const;

function printTable(title: string, rows: ReadonlyMap<string, Row>): void {
  const width = Math.max(title.length, ...[...rows.keys()].map((key) => key.length));
  console.log([title.padEnd(width), ...columns.map((column) => column.padStart(7))].join(' '));
  for (const [key, row] of rows) {
    console.log([key.padEnd(width), ...columns.map((column) => String(row[column]).padStart(7))].join(' '));
  }
  console.log('');
}

function printTotal(rows: ReadonlyMap<string, Row>): number {
  const total = { cases: 0, agree: 0 };
  for (const row of rows.values()) {
    total.cases += row.cases;
    total.agree += row.agree;
  }
  const share = ((100 * total.agree) / total.cases).toFixed(2);
  console.log(`${total.agree} of ${total.cases} agree: ${share} %\n`);
  return total.agree;
}

function printReasons(): void {
  const byReason = new Map<string, string[]>();
  for (const [id, reason] of LISTED) byReason.set(reason, [...(byReason.get(reason) ?? []), id]);
  console.log('Listed, with the reason:');
  for (const [reason, ids] of byReason) console.log(`  ${ids.length} x ${reason}\n      ${ids.join(' ')}`);
  console.log('\nWhom we follow where engines differ:');
  for (const [what, whom] of CONFLICTS) console.log(`  ${what}: ${whom}`);
  console.log('');
}
