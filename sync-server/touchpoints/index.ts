export { addTouchpoint } from './addTouchpoint.ts';
export { findTouchpoint, findTouchpoints } from './findTouchpoint.ts';
export type { Touchpoint } from './findTouchpoint.ts';
export { listTouchpointsEndpoint } from './listTouchpointsEndpoint.ts';
export { runSurveyAt } from './runSurveyAt.ts';
