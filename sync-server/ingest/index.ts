export { pushEndpoint } from './pushEndpoint.ts';
