export { auditEndpoint } from './auditEndpoint.ts';
export { recordAct } from './recordAct.ts';
export type { Actor } from './recordAct.ts';
