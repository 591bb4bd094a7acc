import { isGroup, isQuestion, isRepeat, type Definition } from '../../../core/questionnaire/index.ts';
import type { Response } from '../../../core/response/index.ts';

type Elements = Definition['elements'];
type Asked = Extract<Elements[number], { readonly type: unknown }>;

/** What one response says, in words: question and answer, in the order of the questionnaire; as they were stored where it is another one. */
export function readAnswers(
  { answers, questionnaireId, questionnaireVersion, language }: Response,
  definition: Definition,
): readonly (readonly [string, string])[] {
  const same = definition.id === questionnaireId && definition.version === questionnaireVersion;
  if (!same) return Object.entries(answers);
  const words = (text: Readonly<Record<string, string>> | undefined, fallback: string): string =>
    text?.[language] ?? text?.[definition.defaultLanguage] ?? fallback;
  const questions = questionsOf(definition.elements, `/${definition.root ?? 'data'}`);
  return inOrder(Object.entries(answers), definition).map(([path, value]) => {
    const question = questions.get(path.replace(/\[\d+\]/g, ''));
    if (question === undefined) return [path, value];
    const list = question.choices === undefined ? undefined : definition.choices?.[question.choices];
    const nameOf = (name: string): string => words(list?.find((choice) => choice.name === name)?.label, name);
    const said = list === undefined ? value : value.split(' ').map(nameOf).join(', ');
    return [words(question.label, path), said];
  });
}

type Answer = readonly [path: string, value: string];

/** As asked; what was asked several times, time after time; what was not asked, last. */
function inOrder(answers: readonly Answer[], { elements }: Definition): readonly Answer[] {
  return answers
    .map((answer) => ({ answer, place: placeOf(answer[0], elements) }))
    .sort((one, other) => compare(one.place, other.place))
    .map(({ answer }) => answer);
}

/** For each part of the path, which element of its group it is, and which time of a repeat. */
function placeOf(path: string, elements: Elements): readonly number[] {
  let level = elements;
  return path
    .split('/')
    .slice(2)
    .flatMap((part) => {
      const [, name = part, time = '1'] = /^(.*?)(?:\[(\d+)\])?$/.exec(part) ?? [];
      const index = level.findIndex((element) => element.name === name);
      const element = level[index];
      level = element !== undefined && (isGroup(element) || isRepeat(element)) ? element.elements : [];
      return [index === -1 ? Infinity : index, Number(time)];
    });
}

function compare(one: readonly number[], other: readonly number[]): number {
  const differs = one.findIndex((step, index) => step !== other[index]);
  return differs === -1 ? 0 : (one[differs] ?? 0) < (other[differs] ?? -1) ? -1 : 1;
}

interface Question {
  readonly label?: Asked['label'];
  readonly choices?: string;
}

function questionsOf(elements: Elements, above: string): Map<string, Question> {
  const found = new Map<string, Question>();
  for (const element of elements) {
    const path = `${above}/${element.name}`;
    if (isQuestion(element)) found.set(path, element);
    else if (isGroup(element) || isRepeat(element)) {
      for (const [inner, question] of questionsOf(element.elements, path)) found.set(inner, question);
    }
  }
  return found;
}
