export { Crowd } from './crowd.ts';
export { pushEndpoint } from './pushEndpoint.ts';
export { rebuild } from './rebuild.ts';
