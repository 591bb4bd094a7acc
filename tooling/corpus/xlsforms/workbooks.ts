import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readFormContent } from '../../../formats/readFormContent.ts';
import { differentPaths } from './dataPaths.ts';
import type { Outcome } from './outcome.ts';
import { sameRow } from './outcome.ts';
import { untoldWarnings } from './warnings.ts';

export interface RecordedForm {
  readonly file: string;
  readonly pyxform: {
    readonly ok: boolean;
    readonly error: string | null;
    readonly warnings?: readonly string[] | null;
    readonly xml?: string | null;
  };
}

async function outcomeOf(folder: string, { file, pyxform }: RecordedForm): Promise<Outcome> {
  const { definition, findings } = await readFormContent(readFileSync(join(folder, file)), file);
  const errors = definition === null ? findings.filter(({ severity }) => severity === 'error') : undefined;
  const refused = pyxform.ok ? undefined : (pyxform.error ?? '');
  const warnings = refused === undefined ? (pyxform.warnings ?? []) : [];
  const xml = join(folder, pyxform.xml ?? '');
  const isThere = definition !== null && pyxform.ok && typeof pyxform.xml === 'string' && existsSync(xml);
  return {
    id: file.replace(/^xlsforms\//, ''),
    refused,
    errors,
    warnings: warnings.flatMap((warning) => warning.split('\nLanguage')).length,
    untold: definition === null ? [] : untoldWarnings(warnings, findings),
    paths: isThere ? differentPaths(gunzipSync(readFileSync(xml)).toString('utf8'), definition) : [],
    sameRow: errors === undefined ? undefined : sameRow(refused, errors),
  };
}

export const readRecordedForms = (folder: string): readonly RecordedForm[] =>
  JSON.parse(readFileSync(join(folder, 'xlsforms.json'), 'utf8')) as readonly RecordedForm[];

/** Reads the recorded workbooks, and says what became of each. */
export async function readWorkbooks(folder: string): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const form of readRecordedForms(folder)) outcomes.push(await outcomeOf(folder, form));
  return outcomes;
}
