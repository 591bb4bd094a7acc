import { isDeepStrictEqual } from 'node:util';
import { writeXForm } from '../../core/questionnaire/index.ts';
import type { Definition } from '../../core/questionnaire/index.ts';
import {
  breachesOf,
  pyxformRules,
  readXlsForm,
  writeXlsForm,
} from '../../core/questionnaire/xlsform/index.ts';
import { itemsetsCsv } from '../../cli/xform/itemsetsCsv.ts';
import { readFormContent } from '../../formats/readFormContent.ts';
import { readWorkbook } from '../../formats/workbook/readWorkbook.ts';
import { writeWorkbook } from '../../formats/workbook/writeWorkbook.ts';
import { keepsUp } from './floors.ts';
import type { CorpusForm } from './roundTrip/corpusForms.ts';
import { markdownForms, workbookForms } from './roundTrip/corpusForms.ts';
import { firstDifference } from './roundTrip/firstDifference.ts';
import { keptReason } from './roundTrip/listed.ts';

/** What the form is once it has been written and read: its definition, or why there is none. */
type Way = (definition: Definition) => Promise<Definition | string>;

async function throughXlsx(definition: Definition): Promise<Definition | string> {
  const { workbook, findings } = writeXlsForm(definition);
  if (workbook === null) return findings.map(({ message }) => message).join(' ');
  const read = await readWorkbook(writeWorkbook(workbook), '.xlsx');
  if (!read.ok) return read.error;
  const again = readXlsForm(read.value, { fileName: 'again.xlsx' });
  return again.definition ?? again.findings.map(({ message }) => message).join(' ');
}

async function throughXForm(definition: Definition): Promise<Definition | string> {
  const content = new TextEncoder().encode(writeXForm(definition));
  const { definition: again, findings } = await readFormContent(
    content,
    'again.xml',
    itemsetsCsv(definition),
  );
  return again ?? findings.map(({ message }) => message).join(' ');
}

const WAYS: readonly (readonly [name: 'xlsx' | 'xform', way: Way])[] = [
  ['xlsx', throughXlsx],
  ['xform', throughXForm],
];

interface Row {
  forms: number;
  same: number;
  listed: number;
  fail: number;
}

/** Writes every form of the corpus as a spreadsheet and as an XForm, and reads both back; false when one differs that no list explains. */
export async function checkRoundTrip(folder: string): Promise<boolean> {
  const rows = new Map<string, Row>();
  const reasons = new Map<string, string[]>();
  const tell = async (kind: string, form: CorpusForm): Promise<void> => {
    for (const [name, way] of WAYS) {
      const title = `${kind} -> ${name} -> same definition`;
      const row = rows.get(title) ?? { forms: 0, same: 0, listed: 0, fail: 0 };
      rows.set(title, row);
      row.forms += 1;
      const again = await way(form.definition);
      if (isDeepStrictEqual(again, form.definition)) row.same += 1;
      else count(row, name, form, again, reasons);
    }
  };
  const rules = new RulesKept();
  for await (const form of workbookForms(folder)) {
    await tell('workbooks', form);
    rules.check(form);
  }
  for (const form of markdownForms(folder)) {
    await tell('Markdown forms', form);
    rules.check(form);
  }
  console.log(
    'There and back'.padEnd(52),
    ['forms', 'same', 'listed', 'fail'].map((head) => head.padStart(8)).join(''),
  );
  for (const [title, { forms, same, listed, fail }] of rows)
    console.log(
      title.padEnd(52),
      [forms, same, listed, fail].map((figure) => String(figure).padStart(8)).join(''),
    );
  for (const [reason, ids] of reasons) console.log(`  ${ids.length} ${reason}\n      ${ids.join(', ')}`);
  rules.print();
  const kept = Array.from(rows, ([title, { same }]) => keepsUp(title, { same }));
  return rules.broken === 0 && !kept.includes(false) && [...rows.values()].every(({ fail }) => fail === 0);
}

/** Holds exported workbooks to the rules of pyxform. */
class RulesKept {
  broken = 0;
  private workbooks = 0;
  private warned = 0;

  check({ id, definition }: CorpusForm): void {
    const { workbook } = writeXlsForm(definition);
    if (workbook === null) return;
    this.workbooks += 1;
    const breaches = breachesOf(workbook);
    const refused = breaches.filter(({ severity }) => severity === 'error');
    if (refused.length > 0) this.broken += 1;
    else if (breaches.length > 0) this.warned += 1;
    for (const { sheet, row, column, message } of refused)
      console.log(`FAIL pyxform would refuse ${id}: ${sheet}, row ${row}, ${column}: ${message}`);
  }

  print(): void {
    console.log(
      `Exported workbooks held to pyxform's ${pyxformRules.length} rules: ${this.workbooks}; refused ${this.broken}, warned of ${this.warned}\n`,
    );
  }
}

function count(
  row: Row,
  way: 'xlsx' | 'xform',
  { id, definition }: CorpusForm,
  again: Definition | string,
  reasons: Map<string, string[]>,
): void {
  const difference = typeof again === 'string' ? again : firstDifference(definition, again);
  const reason = keptReason(way, id, difference);
  if (reason === undefined) {
    row.fail += 1;
    console.log(`FAIL ${way} ${id}\n     ${difference.slice(0, 300)}`);
    return;
  }
  row.listed += 1;
  reasons.set(reason, [...(reasons.get(reason) ?? []), id]);
}
