export { importFile } from './importFile.ts';
export type { ImportOptions, Imported } from './importFile.ts';
