import { extname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Definition } from '../../core/questionnaire/index.ts';
import { writeXForm } from '../../core/questionnaire/index.ts';
import type { Finding } from '../../core/questionnaire/xlsform/index.ts';
import { writeXlsForm } from '../../core/questionnaire/xlsform/index.ts';
import { writeWorkbook } from '../../formats/workbook/writeWorkbook.ts';
import { externalChoices } from '../../formats/xform/externalChoices.ts';
import { loadXForm } from '../../formats/xform/loadXForm.ts';
import { itemsetsCsv } from '../xform/itemsetsCsv.ts';

/** Contents by the paths they go to. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

export interface WrittenForm {
  /** null when the form cannot be said in files of this kind; then findings tell why. */
  readonly files: Files | null;
  readonly findings: readonly Finding[];
}

type Writer = (definition: Definition, path: string) => WrittenForm;

/** What is written is read again: a form that would come back as another one is not written. */
function lostInXForm(definition: Definition, xml: string, itemsets: string | undefined): Finding | undefined {
  const loaded = loadXForm(xml, itemsets === undefined ? {} : externalChoices(itemsets));
  if (loaded.ok && isDeepStrictEqual(plain(loaded.value.definition), plain(definition))) return undefined;
  const why = loaded.ok ? differingPart(definition, loaded.value.definition) : loaded.error;
  const message = `An XForm would not bring this form back as it is (${why}); it is not written.`;
  return { severity: 'error', sheet: '', row: 0, column: '', message };
}

/** As JSON has it: what is undefined is not there. */
const plain = (definition: Definition): unknown => JSON.parse(JSON.stringify(definition));

function differingPart(meant: Definition, got: Definition): string {
  const parts = new Set([...Object.keys(meant), ...Object.keys(got)]);
  const [gotParts, meantParts] = [new Map(Object.entries(got)), new Map(Object.entries(meant))];
  const differing = [...parts].filter((part) => !isDeepStrictEqual(gotParts.get(part), meantParts.get(part)));
  return `its ${differing.join(', ')} would differ`;
}

function asXForm(definition: Definition, path: string): WrittenForm {
  const xml = writeXForm(definition);
  const itemsets = itemsetsCsv(definition);
  const lost = lostInXForm(definition, xml, itemsets);
  if (lost !== undefined) return { files: null, findings: [lost] };
  const files = new Map([[path, xml]]);
  if (itemsets !== undefined) files.set(path.replace(/\.xml$/i, '.itemsets.csv'), itemsets);
  return { files, findings: [] };
}

function asXlsForm(definition: Definition, path: string): WrittenForm {
  const { workbook, findings } = writeXlsForm(definition);
  return { files: workbook === null ? null : new Map([[path, writeWorkbook(workbook)]]), findings };
}

const asJson: Writer = (definition, path) => ({
  files: new Map([[path, `${JSON.stringify(definition, null, 2)}\n`]]),
  findings: [],
});

/** What forms are written as, by the endings of file names. */
export const FORM_WRITERS: ReadonlyMap<string, Writer> = new Map<string, Writer>([
  ['.xlsx', asXlsForm],
  ['.json', asJson],
  ['.xml', asXForm],
]);

export const writerFor = (path: string): Writer | undefined => FORM_WRITERS.get(extname(path).toLowerCase());
