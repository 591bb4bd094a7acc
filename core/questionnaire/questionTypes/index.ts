export type { QuestionTypeName } from './questionTypeName.ts';
export { questionTypeNames } from './questionTypeName.ts';
export type { AnswerValue, GeoPoint, Parts, Special, SpecialAnswer } from './answerValue.ts';
export type {
  AnswerProblem,
  AskedQuestion,
  FlatCell,
  FlatColumn,
  NearestRow,
  OfferedChoice,
  ParameterRule,
  QuestionType,
  XFormShape,
} from './questionType.ts';
