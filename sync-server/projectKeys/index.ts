export { keyInUse, sealedTo } from './keyInUse.ts';
export { projectKeyEndpoints } from './projectKeyEndpoints.ts';
