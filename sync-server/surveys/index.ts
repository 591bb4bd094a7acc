export {
  findCurrentQuestions,
  findCurrentVersion,
  findSurvey,
  findVersions,
  versionKey,
} from './findSurvey.ts';
export { listSurveysEndpoint } from './listSurveysEndpoint.ts';
export { publishEndpoint } from './publishEndpoint.ts';
export { publishSurvey } from './publishSurvey.ts';
export type { HeardQuestion } from './heardQuestions.ts';
