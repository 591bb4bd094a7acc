export { questionTypes, questionTypeOf, isQuestionTypeName } from './registry.ts';
export type { QuestionTypeName } from './registry.ts';
export { isSpecial, specialText } from './special.ts';
export { readNearest } from './nearestWord.ts';
export type { NearestReading } from './nearestWord.ts';
export type { AnswerValue, GeoPoint, Parts, Special, SpecialAnswer } from './answerValue.ts';
export type {
  AnswerProblem,
  AskedQuestion,
  ChoiceSource,
  FlatCell,
  FlatColumn,
  NearestRow,
  OfferedChoice,
  ParameterRule,
  QuestionType,
  XFormShape,
} from './questionType.ts';
