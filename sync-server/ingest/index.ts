export { acceptQuarantined } from './acceptQuarantined.ts';
export { eraseResponse } from './eraseResponse.ts';
export { ingestBatch } from './ingestBatch.ts';
export { pushEndpoint } from './pushEndpoint.ts';
export { rebuild, rebuildIfOutdated } from './rebuild.ts';
