export { EventHub } from './eventHub.ts';
export { eventsEndpoint } from './eventsEndpoint.ts';
