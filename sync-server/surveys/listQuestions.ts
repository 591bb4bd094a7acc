import { questionsOutsideRepeats, type Definition } from '../../core/questionnaire/index.ts';

/** The questions of a definition as it was published (JSON), outside repeats, in the order asked. */
export const listQuestions = (definition: string) =>
  questionsOutsideRepeats(JSON.parse(definition) as Definition).map(({ path, question }) => ({
    path,
    label: { ...question.label },
  }));
