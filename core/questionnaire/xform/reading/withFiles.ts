import type { Element, Question } from '../../definition/index.ts';
import { isQuestion } from '../../definition/index.ts';
import type { FormReading } from './formReading.ts';

const TYPES: readonly (readonly [RegExp, Question['type']])[] = [
  [/\.csv$/i, 'csv-external'],
  [/\.xml$/i, 'xml-external'],
];

const PULLED = /pulldata\(\s*(?:'([^']+)'|\\"([^"\\]+)\\")/g;

function* questionsIn(elements: readonly Element[]): Generator<Question> {
  for (const element of elements)
    if (isQuestion(element)) yield element;
    else yield* questionsIn(element.elements);
}

/**
 * The elements with an attached list for each file that the model brings and neither a question takes its choices from nor pulldata()
 * reads: only a row of its own can have asked for it. Where that row stood nobody says, so they come first.
 */
export function withFiles(elements: readonly Element[], reading: FormReading): readonly Element[] {
  const questions = Array.from(questionsIn(elements));
  const taken = new Set(questions.map(({ file }) => file));
  const attached = new Set(
    questions.filter(({ type }) => type.endsWith('-external')).map(({ name }) => name),
  );
  const pulled = new Set(
    Array.from(JSON.stringify(elements).matchAll(PULLED), ([, single, double]) => single ?? double),
  );
  const added: Question[] = [];
  for (const [name, source] of reading.secondary) {
    if (source.kind !== 'file' || taken.has(source.file) || attached.has(name)) continue;
    const type = TYPES.find(([pattern]) => pattern.test(source.file))?.[1];
    if (type === undefined || pulled.has(name)) continue;
    if (source.file.replace(/\.[^.]*$/, '') === name) added.push({ type, name });
    else
      reading.find('unsupported', name, `Lists go by the name of their file; ${source.file} was left out.`);
  }
  return added.length === 0 ? elements : [...added, ...elements];
}
