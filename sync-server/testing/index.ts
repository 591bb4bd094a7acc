export { newDatabase } from './openTestStore.ts';
export { RehearsedClock } from './rehearsedClock.ts';
export { refuseRows } from './refuseRows.ts';
export { NOON, sampleResponse } from './sampleResponse.ts';
export { ADMINISTRATOR, TestConsole } from './testConsole.ts';
export { TestDevice } from './testDevice.ts';
export { SAMPLE } from '../seedSample.ts';
export { startTestServer } from './testServer.ts';
export type { TestServer } from './testServer.ts';
