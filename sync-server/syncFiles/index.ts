export { importFile } from './importFile.ts';
export { syncFileEndpoints } from './uploads/syncFileEndpoints.ts';
