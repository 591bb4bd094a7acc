import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { writeXForm } from '../../core/questionnaire/index.ts';
import { readXlsForm } from '../../core/questionnaire/xlsform/index.ts';
import { keepsUp } from './floors.ts';
import { workbookOf } from './xlsforms/markdownForms.ts';
import { reasonFor } from './xpaths/explained.ts';
import type { ExpectingForm } from './xpaths/assertionsOf.ts';
import { assertionsOf } from './xpaths/assertionsOf.ts';
import { parseDocument, textsAt } from './xpaths/xmlDocuments.ts';

const RECORDED_ROOT = /<instance>\s*<([\w:.-]+)(?:[^>]*?\sid="([^"]*)")?/;

interface Agreement {
  readonly agreeing: number;
  readonly failing: readonly string[];
}

/** The form as we write it, under the names that the test calls it by. */
function writtenAs(form: ExpectingForm, recorded: string): string | undefined {
  const { definition } = readXlsForm(workbookOf(form), { fileName: `${form.name ?? 'test_name'}.md` });
  const [, root = 'test_name', id = 'data'] = RECORDED_ROOT.exec(recorded) ?? [];
  return definition === null ? undefined : writeXForm({ ...definition, root, id });
}

/** undefined when nothing is said of the form that holds of what pyxform made of it. */
function agreementOf(form: ExpectingForm): Agreement | undefined {
  const { xform } = form;
  if (form.errored === true || xform === undefined) return undefined;
  const recorded = parseDocument(xform);
  const meant = assertionsOf(form).filter(({ path, holds }) => {
    const texts = textsAt(recorded, path);
    return texts !== undefined && holds(texts);
  });
  if (meant.length === 0) return undefined;
  const xml = writtenAs(form, xform);
  const ours = xml === undefined ? undefined : parseDocument(xml);
  const failing = meant.filter(
    ({ path, holds }) => ours === undefined || !holds(textsAt(ours, path) ?? ['', '']),
  );
  return { agreeing: meant.length - failing.length, failing: failing.map(({ path }) => path) };
}

const share = (part: number, whole: number): string =>
  `${String(part).padStart(5)} of ${String(whole).padStart(5)}  ${((100 * part) / Math.max(whole, 1)).toFixed(2)} %`;

/**
 * What pyxform's tests expect of an XForm (`xml__xpath_match`, `_count`, `_exact`), of the XForms that we write. Those that compare
 * text of the XML (`xml__contains` and the like) are not asked: they speak of blanks and the order of attributes.
 */
export function checkXPaths(folder: string): boolean {
  const lines = gunzipSync(readFileSync(join(folder, 'markdown_forms.jsonl.gz')))
    .toString('utf8')
    .trim()
    .split('\n');
  let [forms, agreeing, assertions, held] = [0, 0, 0, 0];
  const reasons = new Map<string, string[]>();
  let explained = true;
  for (const line of lines) {
    const form = JSON.parse(line) as ExpectingForm;
    const agreement = agreementOf(form);
    if (agreement === undefined) continue;
    forms += 1;
    assertions += agreement.agreeing + agreement.failing.length;
    held += agreement.agreeing;
    if (agreement.failing.length === 0) agreeing += 1;
    else {
      const test = form.test.replace(/^tests\./, '');
      const reason = reasonFor(test);
      if (reason !== undefined) reasons.set(reason, [...(reasons.get(reason) ?? []), test]);
      else {
        explained = false;
        console.log(`FAIL ${test}\n     ${agreement.failing[0]?.trim() ?? ''}`);
      }
    }
  }
  console.log("What pyxform's tests expect of the XForm, by XPath, of ours (wanted: 95 % of the forms)");
  console.log(`  forms of which all holds           ${share(agreeing, forms)}`);
  console.log(`  expectations that hold             ${share(held, assertions)}`);
  for (const [reason, tests] of reasons)
    console.log(`  ${tests.length} ${reason}\n      ${Array.from(new Set(tests)).join(', ')}`);
  console.log('');
  return keepsUp("what pyxform's tests expect", { forms: agreeing, expectations: held }) && explained;
}
