import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Definition } from '../../../core/questionnaire/index.ts';
import { externalChoices } from '../../../formats/xform/externalChoices.ts';
import { loadXForm } from '../../../formats/xform/loadXForm.ts';
import { definitionIn } from '../runs/loadForm.ts';
import { readXlsForm } from '../../../core/questionnaire/xlsform/index.ts';
import { keepsUp } from '../floors.ts';
import type { Difference } from './differences.ts';
import { differencesOf } from './differences.ts';
import type { MarkdownForm } from './markdownForms.ts';
import { markdownFormsIn, workbookOf } from './markdownForms.ts';
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

/** One form read twice: from its rows, and from what pyxform made of them. */
interface Readings {
  readonly file: string;
  readonly workbook: Definition;
  /** Why it is not read, if so. */
  readonly xform: Definition | string;
}

/** A form both of whose readings there are; undefined when pyxform or we refuse it. */
async function bothReadings(folder: string, { file, pyxform }: RecordedForm): Promise<Readings | undefined> {
  const xml = join(folder, pyxform.xml ?? '');
  if (!pyxform.ok || typeof pyxform.xml !== 'string' || !existsSync(xml)) return undefined;
  const workbook = await definitionIn(join(folder, file));
  return typeof workbook === 'string' ? undefined : { file, workbook, xform: fromXForm(xml) };
}

/** The same for a form of pyxform's tests. They call root, form and title by names of their own where the settings give none. */
function readingsOfMarkdown(form: MarkdownForm): Readings | undefined {
  if (form.errored === true || form.xform === undefined) return undefined;
  const { definition } = readXlsForm(workbookOf(form), { fileName: `${form.name ?? 'test_name'}.md` });
  if (definition === null) return undefined;
  const loaded = loadXForm(form.xform, definition.externalChoices ?? {});
  if (!loaded.ok) return { file: form.test, workbook: definition, xform: loaded.error };
  const { id, root, title } = definition;
  const { root: _, ...rest } = loaded.value.definition;
  const xform = compact({ ...rest, ...(root === undefined ? {} : { root }), id, title });
  return { file: form.test, workbook: renamed(definition, loaded.value.definition.root), xform };
}

/** Paths of the rows' own form begin with the usual name of the root. */
const renamed = (definition: Definition, root = 'data'): Definition =>
  definition.root !== undefined || root === 'data'
    ? definition
    : (JSON.parse(JSON.stringify(definition).replaceAll('/data/', `/${root}/`)) as Definition);

const compact = (definition: Definition): Definition => JSON.parse(JSON.stringify(definition)) as Definition;

/** Counts what is the same, and prints what is not and no list explains. */
class Comparison {
  readonly #untold = new Map<string, Set<string>>();
  #compared = 0;
  #equal = 0;
  #explained = 0;

  add({ file, workbook, xform }: Readings): void {
    this.#compared += 1;
    if (typeof xform === 'string') {
      console.log(`FAIL ${file}: the XForm is not read: ${xform}`);
      return;
    }
    const differences = differencesOf(compact(workbook), xform);
    if (differences.length === 0) this.#equal += 1;
    else if (this.#tell(file, differences, workbook)) this.#explained += 1;
  }

  /** Whether all differences are explained. */
  #tell(file: string, differences: readonly Difference[], { languages }: Definition): boolean {
    let explained = true;
    for (const difference of differences) {
      const reason = whyUntold(difference, { file, languages: languages.length });
      if (reason === undefined) {
        explained = false;
        const { place, type, one, other } = difference;
        console.log(`FAIL ${file}: ${place} of ${type}: ${JSON.stringify(one)} <> ${JSON.stringify(other)}`);
      } else this.#untold.set(reason, (this.#untold.get(reason) ?? new Set()).add(file));
    }
    return explained;
  }

  /** Prints the table; false when fewer are compared or the same than were, or a difference is not explained. */
  holds(title: string): boolean {
    console.log(title);
    console.log(`  compared                           ${this.#compared}`);
    console.log(`  the same definition                ${this.#equal}`);
    console.log(`  but for what the XForm leaves out  ${this.#explained}`);
    for (const [reason, files] of this.#untold)
      console.log(`     ${String(files.size).padStart(3)} forms: ${reason}`);
    console.log('');
    const kept = keepsUp(title, { compared: this.#compared, equal: this.#equal });
    return kept && this.#equal + this.#explained === this.#compared;
  }
}

/**
 * Compares what a workbook imports to with what pyxform's XForm of it does, and prints how many are equal; so for the Markdown forms of
 * pyxform's tests. False when a difference is nothing that the XForm leaves untold.
 */
export async function checkSameDefinitions(folder: string): Promise<boolean> {
  const workbooks = new Comparison();
  for (const form of readRecordedForms(folder)) {
    const readings = await bothReadings(folder, form);
    if (readings !== undefined) workbooks.add(readings);
  }
  const held = workbooks.holds("workbooks and pyxform's XForms of them");
  const markdown = new Comparison();
  for (const form of markdownFormsIn(folder)) {
    const readings = readingsOfMarkdown(form);
    if (readings !== undefined) markdown.add(readings);
  }
  return markdown.holds("Markdown forms and pyxform's XForms of them") && held;
}
