export { findCurrentQuestions, findSurvey, findVersions, versionKey } from './findSurvey.ts';
export { publishSurvey } from './publishSurvey.ts';
export type { HeardQuestion } from './heardQuestions.ts';
