import { isGroup, isRepeat, type Definition, type Question } from './definition/index.ts';
import { questionTypeOf } from './questionTypes/index.ts';

/** Names of the questions whose answers are files that travel beside the response: photos, recordings, signatures ... */
export const fileQuestions = ({ elements }: Definition): readonly string[] => within(elements);

const within = (elements: Definition['elements']): readonly string[] =>
  elements.flatMap((element) => {
    if (isGroup(element) || isRepeat(element)) return within(element.elements);
    return takesFile(element) ? [element.name] : [];
  });

const takesFile = (question: Question): boolean =>
  questionTypeOf(question.type).xform(question).bind === 'binary';
