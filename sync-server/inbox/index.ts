export { inboxEndpoints } from './inboxEndpoints.ts';
