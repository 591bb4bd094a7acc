export type { Definition, Language, Choice, Settings, EntityDeclaration } from './definition/index.ts';
export type {
  Element,
  Question,
  Group,
  Repeat,
  Text,
  ExpressionText,
  Media,
  Attributes,
} from './definition/index.ts';
export { isGroup, isRepeat, isQuestion } from './definition/index.ts';
export type { QuestionTypeName, QuestionType, AskedQuestion, OfferedChoice } from './questionTypes/index.ts';
export type { AnswerValue, GeoPoint, Parts, Special, SpecialAnswer } from './questionTypes/index.ts';
export type {
  AnswerProblem,
  FlatCell,
  FlatColumn,
  NearestRow,
  ParameterRule,
} from './questionTypes/index.ts';
export {
  questionTypes,
  questionTypeOf,
  isQuestionTypeName,
  isSpecial,
  specialText,
  readNearest,
} from './questionTypes/index.ts';
export type { ChoiceSource, NearestReading, XFormShape } from './questionTypes/index.ts';
export {
  applyEvent,
  compileQuestionnaire,
  currentScreen,
  confirmedWarnings,
  failures,
  finishedAnswers,
  inspect,
  isFinished,
  listDocument,
  progress,
  questionView,
  resumeInterview,
  saveState,
  startInterview,
} from './interview/index.ts';
export type {
  AttachedLists,
  Change,
  ChoiceView,
  CompileProblem,
  Continued,
  ContinueOptions,
  DeviceFacts,
  Inspected,
  Interview,
  InterviewEvent,
  InterviewStep,
  ListRow,
  MediaView,
  Outcome,
  Progress,
  Questionnaire,
  QuestionView,
  Refusal,
  SavedInterview,
  Screen,
  SectionView,
  StartOptions,
  StartProblem,
  Violation,
  Warning,
} from './interview/index.ts';
export { countedChoices, questionsOutsideRepeats } from './countedChoices.ts';
export type { PlacedQuestion } from './countedChoices.ts';
export { inkOn, unreadablePairs } from './theme/index.ts';
export type { Theme } from './theme/index.ts';
export { parseDefinition, checkDefinition, describeProblem } from './definition/index.ts';
export type { CheckedDefinition, Problem, ProblemCode } from './definition/index.ts';
export {
  attempt,
  compileExpression,
  contextAt,
  EvaluationFailure,
  parseExpression,
  toNumber,
} from './expression/index.ts';
export type { DataNode, Environment, Value } from './expression/index.ts';
export { readSubmission, readXForm, submissionXml, writeXForm } from './xform/index.ts';
export type { XFormFinding, XFormRead, XmlAttribute, XmlElement } from './xform/index.ts';
