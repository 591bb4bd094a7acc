import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { err, ok } from '../core/kernel/index.ts';
import type { Result } from '../core/kernel/index.ts';
import { compileQuestionnaire, describeProblem, parseDefinition } from '../core/questionnaire/index.ts';
import type { AttachedLists, Definition, Questionnaire } from '../core/questionnaire/index.ts';
import { listsBeside, missingLists } from './form/attachedLists.ts';
import { FORM_ENDINGS, readFormContent } from '../formats/readFormContent.ts';
import { wantedFiles } from '../formats/lists/wantedFiles.ts';
import { externalChoices } from '../formats/xform/externalChoices.ts';
import { loadXForm } from '../formats/xform/loadXForm.ts';
import { itemsetsBeside } from './xform/itemsetsBeside.ts';

/** A definition in JSON runs when it has the right shape; spreadsheets are also checked, as their rows may mean nothing. */
async function readDefinition(content: Buffer, path: string): Promise<Result<Definition, string>> {
  if (extname(path).toLowerCase() === '.json') {
    try {
      return toDefinition(JSON.parse(content.toString('utf8')));
    } catch (error) {
      return err(`This is no JSON: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const { definition, findings } = await readFormContent(content, path);
  if (definition !== null) return ok(definition);
  const errors = findings.filter(({ severity }) => severity === 'error');
  return err(
    errors
      .map(({ sheet, row, column, message }) => `${path}: ${sheet}, row ${row}, ${column}: ${message}`)
      .join('\n'),
  );
}

/** A questionnaire that can run, with the lists that lie beside its file. */
export interface LoadedQuestionnaire {
  readonly questionnaire: Questionnaire;
  readonly lists: AttachedLists;
  /** Files with lists that it reads and that do not lie beside it. */
  readonly missing: readonly string[];
}

export async function loadQuestionnaire(path: string): Promise<Result<LoadedQuestionnaire, string>> {
  if (!FORM_ENDINGS.includes(extname(path).toLowerCase())) {
    return err(`${path}: questionnaires are read from files ending in ${FORM_ENDINGS.join(', ')}.`);
  }
  let content: Buffer;
  try {
    content = await readFile(path);
  } catch {
    return err(`${path}: there is no such file, or it cannot be read.`);
  }
  const isXForm = extname(path).toLowerCase() === '.xml';
  const definition = await (isXForm ? readXForm(content, path) : readDefinition(content, path));
  if (!definition.ok) return definition;
  const lists = await listsBeside(path, definition.value);
  return lists.ok
    ? compile(definition.value, lists.value, await missingLists(path, definition.value))
    : lists;
}

/** An XForm runs when it can be read: what hand-written forms do is often no good style, and works all the same. */
async function readXForm(content: Buffer, path: string): Promise<Result<Definition, string>> {
  const itemsets = await itemsetsBeside(path);
  const external = itemsets === undefined ? {} : externalChoices(itemsets);
  const loaded = loadXForm(content.toString('utf8'), external);
  return loaded.ok ? ok(loaded.value.definition) : err(`${path}: ${loaded.error}`);
}

/** A questionnaire given as JSON itself instead of by its file. */
export function compileInline(raw: unknown): Result<LoadedQuestionnaire, string> {
  const definition = toDefinition(raw);
  return definition.ok ? compile(definition.value, {}, wantedFiles(definition.value)) : definition;
}

function toDefinition(raw: unknown): Result<Definition, string> {
  const parsed = parseDefinition(raw);
  return parsed.ok ? parsed : err(parsed.error.map(describeProblem).join('\n'));
}

function compile(
  definition: Definition,
  lists: AttachedLists,
  missing: readonly string[],
): Result<LoadedQuestionnaire, string> {
  const compiled = compileQuestionnaire(definition);
  if (compiled.ok) return ok({ questionnaire: compiled.value, lists, missing });
  return err(
    compiled.error
      .map(
        ({ path, column, message }) =>
          `${[path, column].filter((part) => part !== '').join(', ')}: ${message}`,
      )
      .join('\n'),
  );
}
