export { openFile, openSealed } from './open.ts';
export type { Unopened } from './open.ts';
export { sealFile, sealTo } from './seal.ts';
