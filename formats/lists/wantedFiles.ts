import { isGroup, isQuestion, isRepeat } from '../../core/questionnaire/index.ts';
import type { Definition, Element, Question } from '../../core/questionnaire/index.ts';
import { stemOf } from '../fileName.ts';
import { isListFile } from './readList.ts';

const PULLED = /pulldata\(\s*(?:'([^']+)'|\\"([^"\\]+)\\")/g;
const INSTANCE = /instance\(\s*(?:'([^']+)'|\\"([^"\\]+)\\")/g;

/** Files that a form takes lists from, by name; an expression that only says `places` means places.csv. */
export function wantedFiles(definition: Definition): readonly string[] {
  const files = questionsOf(definition).flatMap(fileOf);
  const stems = new Set(files.map(stemOf));
  const pulled = namesIn(definition, PULLED).filter((name) => !stems.has(stemOf(name)));
  return [...new Set([...files, ...pulled.map((name) => (isListFile(name) ? name : `${name}.csv`))])];
}

/** The same without their endings, and with the lists that expressions ask for and the form does not have. */
export function wantedLists(definition: Definition): ReadonlySet<string> {
  const own = new Set([...Object.keys(definition.choices ?? {}), ...Object.keys(definition.documents ?? {})]);
  const asked = namesIn(definition, INSTANCE).filter((name) => !own.has(name));
  return new Set([...wantedFiles(definition).map(stemOf), ...asked]);
}

function fileOf({ type, name, file }: Question): readonly string[] {
  if (file !== undefined) return [file];
  if (type === 'csv-external') return [`${name}.csv`];
  return type === 'xml-external' ? [`${name}.xml`] : [];
}

const namesIn = (definition: Definition, pattern: RegExp): readonly string[] =>
  Array.from(
    JSON.stringify(definition.elements).matchAll(pattern),
    ([, single, double]) => single ?? double ?? '',
  );

function questionsOf({ elements }: Definition): readonly Question[] {
  const found: Question[] = [];
  const waiting: Element[] = [...elements];
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    if (isGroup(element) || isRepeat(element)) waiting.push(...element.elements);
    else if (isQuestion(element)) found.push(element);
  }
  return found;
}
