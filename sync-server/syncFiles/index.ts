export { importFile } from './importFile.ts';
export type { Imported } from './importFile.ts';
export { handOver } from './incoming/handOver.ts';
export { isWatched } from './incoming/places.ts';
export { syncFileEndpoints } from './uploads/syncFileEndpoints.ts';
export { writeReport } from './writeReport.ts';
