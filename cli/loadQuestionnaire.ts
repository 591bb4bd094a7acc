import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { err } from '../core/kernel/index.ts';
import type { Result } from '../core/kernel/index.ts';
import { compileQuestionnaire, describeProblem, parseDefinition } from '../core/questionnaire/index.ts';
import type { Definition, Questionnaire } from '../core/questionnaire/index.ts';

/** How a questionnaire is read from the bytes of a file, by the ending of its name. */
type Reader = (content: Buffer) => Result<Definition, string>;

const readers: Readonly<Record<string, Reader>> = {
  '.json': (content) => {
    try {
      return toDefinition(JSON.parse(content.toString('utf8')));
    } catch (error) {
      return err(`This is no JSON: ${error instanceof Error ? error.message : String(error)}`);
    }
  },
};

export async function loadQuestionnaire(path: string): Promise<Result<Questionnaire, string>> {
  const read = readers[extname(path).toLowerCase()];
  if (read === undefined) {
    return err(`${path}: questionnaires are read from files ending in ${Object.keys(readers).join(', ')}.`);
  }
  let content: Buffer;
  try {
    content = await readFile(path);
  } catch {
    return err(`${path}: there is no such file, or it cannot be read.`);
  }
  const definition = read(content);
  return definition.ok ? compile(definition.value) : definition;
}

/** A questionnaire given as JSON itself instead of by its file. */
export function compileInline(raw: unknown): Result<Questionnaire, string> {
  const definition = toDefinition(raw);
  return definition.ok ? compile(definition.value) : definition;
}

function toDefinition(raw: unknown): Result<Definition, string> {
  const parsed = parseDefinition(raw);
  return parsed.ok ? parsed : err(parsed.error.map(describeProblem).join('\n'));
}

function compile(definition: Definition): Result<Questionnaire, string> {
  const compiled = compileQuestionnaire(definition);
  if (compiled.ok) return compiled;
  return err(
    compiled.error
      .map(
        ({ path, column, message }) =>
          `${[path, column].filter((part) => part !== '').join(', ')}: ${message}`,
      )
      .join('\n'),
  );
}
