import { existsSync, readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { compileQuestionnaire } from '../../../core/questionnaire/index.ts';
import type { Definition, Questionnaire } from '../../../core/questionnaire/index.ts';
import { readFormContent } from '../../../formats/readFormContent.ts';
import { loadXForm } from '../../../formats/xform/loadXForm.ts';

/** The form of a recorded run that can be run, or why it can not. */
export type LoadedForm = Questionnaire | string;

/** Reads each form once. */
export class FormLoader {
  readonly #loaded = new Map<string, Promise<LoadedForm>>();

  /** undefined where there is no such file. */
  load(file: string): Promise<LoadedForm> | undefined {
    const known = this.#loaded.get(file);
    if (known !== undefined) return known;
    if (!existsSync(file) || statSync(file).isDirectory()) return undefined;
    const loading = load(file);
    this.#loaded.set(file, loading);
    return loading;
  }
}

async function load(file: string): Promise<LoadedForm> {
  const definition = await definitionIn(file);
  if (typeof definition === 'string') return definition;
  const compiled = compileQuestionnaire(definition);
  if (compiled.ok) return compiled.value;
  return compiled.error.map(({ path, column, message }) => `${path} ${column}: ${message}`).join('; ');
}

/** An XForm runs when it can be read, a workbook when it has no errors. */
export async function definitionIn(file: string): Promise<Definition | string> {
  const bytes = readFileSync(file);
  if (/\.xml(\.gz)?$/.test(file)) {
    const loaded = loadXForm((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
    return loaded.ok ? loaded.value.definition : loaded.error;
  }
  const { definition, findings } = await readFormContent(bytes, file);
  const errors = findings.filter(({ severity }) => severity === 'error');
  return (
    definition ??
    errors.map(({ sheet, row, column, message }) => `${sheet}:${row}:${column} ${message}`).join('; ')
  );
}
