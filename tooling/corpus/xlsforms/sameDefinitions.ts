import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Definition } from '../../../core/questionnaire/index.ts';
import { externalChoices } from '../../../formats/xform/externalChoices.ts';
import { loadXForm } from '../../../formats/xform/loadXForm.ts';
import { definitionIn } from '../runs/loadForm.ts';
import { differencesOf } from './differences.ts';
import type { RecordedForm } from './workbooks.ts';
import { readRecordedForms } from './workbooks.ts';
import { whyUntold } from './untold.ts';

const unpacked = (file: string): string => gunzipSync(readFileSync(file)).toString('utf8');

/** The definition that the recorded XForm gives, with the itemsets.csv that pyxform wrote beside it. */
function fromXForm(file: string): Definition | string {
  const itemsets = file.replace(/\.xml\.gz$/, '.itemsets.csv.gz');
  const external = existsSync(itemsets) ? externalChoices(unpacked(itemsets)) : {};
  const loaded = loadXForm(unpacked(file), external);
  return loaded.ok ? loaded.value.definition : loaded.error;
}

/** A form both of whose readings there are; undefined when pyxform or we refuse it. */
async function bothReadings(folder: string, { file, pyxform }: RecordedForm) {
  const xml = join(folder, pyxform.xml ?? '');
  if (!pyxform.ok || typeof pyxform.xml !== 'string' || !existsSync(xml)) return undefined;
  const workbook = await definitionIn(join(folder, file));
  return typeof workbook === 'string' ? undefined : { file, workbook, xform: fromXForm(xml) };
}

/**
 * Compares what a workbook imports to with what pyxform's XForm of it does, and prints how many are equal. False when a difference
 * is nothing that the XForm leaves untold.
 */
export async function checkSameDefinitions(folder: string): Promise<boolean> {
  const untold = new Map<string, Set<string>>();
  const counts = { compared: 0, equal: 0, untold: 0 };
  for (const form of readRecordedForms(folder)) {
    const readings = await bothReadings(folder, form);
    if (readings === undefined) continue;
    counts.compared += 1;
    const { file, workbook, xform } = readings;
    if (typeof xform === 'string') {
      console.log(`FAIL ${file}: the XForm is not read: ${xform}`);
      continue;
    }
    const differences = differencesOf(workbook, xform);
    if (differences.length === 0) counts.equal += 1;
    let explained = true;
    for (const difference of differences) {
      const reason = whyUntold(difference, { file, languages: workbook.languages.length });
      if (reason === undefined) {
        explained = false;
        const { place, type, one, other } = difference;
        console.log(`FAIL ${file}: ${place} of ${type}: ${JSON.stringify(one)} <> ${JSON.stringify(other)}`);
      } else untold.set(reason, (untold.get(reason) ?? new Set()).add(file));
    }
    if (differences.length > 0 && explained) counts.untold += 1;
  }
  console.log("workbooks and pyxform's XForms of them");
  console.log(`  compared                           ${counts.compared}`);
  console.log(`  the same definition                ${counts.equal}`);
  console.log(`  but for what the XForm leaves out  ${counts.untold}`);
  for (const [reason, files] of untold)
    console.log(`     ${String(files.size).padStart(3)} forms: ${reason}`);
  console.log('');
  return counts.equal + counts.untold === counts.compared;
}
