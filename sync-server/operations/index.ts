export { backUp } from './backUp.ts';
export { generateData } from './generate/generateData.ts';
export { importFiles } from './importFiles.ts';
export { rebuildData } from './rebuildData.ts';
export { restore } from './restore.ts';
export { verifyData } from './verifyData.ts';
export { writeReport } from '../syncFiles/index.ts';
export { systemClock, systemRandom } from '../systemPorts.ts';
