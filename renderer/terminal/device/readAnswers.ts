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
  return Object.entries(answers).map(([path, value]) => {
    const question = questions.get(path.replace(/\[\d+\]/g, ''));
    if (question === undefined) return [path, value];
    const list = question.choices === undefined ? undefined : definition.choices?.[question.choices];
    const nameOf = (name: string): string => words(list?.find((choice) => choice.name === name)?.label, name);
    const said = list === undefined ? value : value.split(' ').map(nameOf).join(', ');
    return [words(question.label, path), said];
  });
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
