import { extname } from 'node:path';
import type { Definition } from '../../core/questionnaire/index.ts';
import { writeXForm } from '../../core/questionnaire/index.ts';
import type { Finding } from '../../core/questionnaire/xlsform/index.ts';
import { writeXlsForm } from '../../core/questionnaire/xlsform/index.ts';
import { writeWorkbook } from '../../formats/workbook/writeWorkbook.ts';
import { itemsetsCsv } from '../xform/itemsetsCsv.ts';

/** Contents by the paths they go to. */
export type Files = ReadonlyMap<string, string | Uint8Array>;

export interface WrittenForm {
  /** null when the form cannot be said in files of this kind; then findings tell why. */
  readonly files: Files | null;
  readonly findings: readonly Finding[];
}

type Writer = (definition: Definition, path: string) => WrittenForm;

function asXForm(definition: Definition, path: string): WrittenForm {
  const files = new Map([[path, writeXForm(definition)]]);
  const itemsets = itemsetsCsv(definition);
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
