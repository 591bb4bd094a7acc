export { acceptanceEndpoint } from './acceptanceEndpoint.ts';
export { acceptQuarantined } from './acceptQuarantined.ts';
export { deviceAcceptanceEndpoint } from './deviceAcceptanceEndpoint.ts';
export { eraseResponse } from './eraseResponse.ts';
export { foreseeBatch } from './foreseeBatch.ts';
export { erasureEndpoint } from './erasureEndpoint.ts';
export { ingestBatch } from './ingestBatch.ts';
export { pushEndpoint } from './pushEndpoint.ts';
export { rebuild, rebuildIfOutdated } from './rebuild.ts';
