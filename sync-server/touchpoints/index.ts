export { addTouchpoint } from './addTouchpoint.ts';
export { findTouchpoint, findTouchpoints, infoOf } from './findTouchpoint.ts';
export type { Touchpoint } from './findTouchpoint.ts';
export { listTouchpointsEndpoint } from './listTouchpointsEndpoint.ts';
export { openingHoursEndpoint } from './openingHoursEndpoint.ts';
export { runSurveyAt } from './runSurveyAt.ts';
