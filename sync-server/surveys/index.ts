export {
  findCurrentQuestions,
  findCurrentVersion,
  findSurvey,
  findVersion,
  findVersions,
  listVersions,
  versionKey,
} from './findSurvey.ts';
export { listQuestions } from './listQuestions.ts';
export { listSurveysEndpoint } from './listSurveysEndpoint.ts';
export { publishEndpoint } from './publishEndpoint.ts';
export { refreshQuestions } from './refreshQuestions.ts';
export { publishSurvey } from './publishSurvey.ts';
export type { Counting } from './counting.ts';
export type { HeardVersion } from './findSurvey.ts';
export type { HeardQuestion } from './heardQuestions.ts';
