import type { Question } from '../../definition/index.ts';
import { compact, unlessEmpty } from '../compact.ts';
import { isQuestionTypeName, questionTypeOf } from '../../questionTypes/index.ts';
import type { FormWriting } from './formWriting.ts';

/** A question of a type that ODK knows: types of ours as the nearest one, which their appearance tells them by. */
export function writtenQuestion(writing: FormWriting, question: Question): Question {
  const nearest = questionTypeOf(question.type).nearest?.(question);
  if (nearest === undefined || !isQuestionTypeName(nearest.type)) return question;
  const { parameters: _, appearance, ...rest } = question;
  return compact<Question>({
    ...rest,
    type: nearest.type,
    appearance: [nearest.appearance, appearance].filter(Boolean).join(' '),
    parameters: unlessEmpty(nearest.parameters ?? {}),
    choices: question.choices ?? generatedList(writing, nearest.choiceNames),
  });
}

/** A list that the type brings itself; questions with the same one share it. */
function generatedList(writing: FormWriting, names: readonly string[] | undefined): string | undefined {
  if (names === undefined) return undefined;
  const id = `earshot_${names.join('_').replace(/[^\w.-]/g, '_')}`.slice(0, 200);
  if (!writing.lists.has(id)) {
    const language = writing.definition.defaultLanguage;
    writing.lists.set(
      id,
      names.map((name) => ({ name, label: { [language]: name } })),
    );
  }
  return id;
}
