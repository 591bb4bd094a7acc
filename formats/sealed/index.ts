export { openSealed } from './open.ts';
export type { Unopened } from './open.ts';
export { sealTo } from './seal.ts';
