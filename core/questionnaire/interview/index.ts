export { compileQuestionnaire } from './compileQuestionnaire.ts';
export type { CompileProblem } from './problem.ts';
export type { Questionnaire } from './questionnaire.ts';
export { startInterview } from './startInterview.ts';
export { listDocument } from './lists/lists.ts';
export type { AttachedLists, DeviceFacts, ListRow, StartOptions, StartProblem } from './circumstances.ts';
export type { Interview } from './interview.ts';
export { applyEvent } from './applyEvent.ts';
export type { Change, InterviewEvent, InterviewStep, Outcome, Refusal } from './event.ts';
export { currentScreen, progress, questionView } from './views/currentScreen.ts';
export type {
  ChoiceView,
  MediaView,
  Progress,
  QuestionView,
  Screen,
  SectionView,
  Violation,
  Warning,
} from './views/view.ts';
export { confirmedWarnings } from './confirmedWarnings.ts';
export { failures } from './failures.ts';
export { finishedAnswers } from './finishedAnswers.ts';
export { resumeInterview } from './saving/resumeInterview.ts';
export { continueSubmission } from './saving/continueSubmission.ts';
export type { Continued, ContinueOptions } from './saving/submission.ts';
export { saveState } from './saving/saveState.ts';
export type { SavedInterview } from './saving/savedInterview.ts';
export { isFinished } from './isFinished.ts';
export { inspect } from './views/inspect.ts';
export type { Inspected } from './views/inspect.ts';
export { submittedTree } from './views/submittedTree.ts';
export type { SubmittedNode } from './views/submittedTree.ts';
export {
  addedAfter,
  addedBefore,
  asked,
  attributeName,
  countOf,
  innerMeta,
  metaGroup,
  SPECIFY_OTHER,
} from './compile/addedElements.ts';
