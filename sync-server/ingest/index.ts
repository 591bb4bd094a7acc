export { ingestBatch } from './ingestBatch.ts';
export { pushEndpoint } from './pushEndpoint.ts';
export { rebuild } from './rebuild.ts';
