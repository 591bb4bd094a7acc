export { importFile } from './importFile.ts';
