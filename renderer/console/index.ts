export { ConsoleApp } from './ConsoleApp.tsx';
export { consoleServer } from './server/consoleServer.ts';
export { readFormsApart } from './reading/readFormsApart.ts';
