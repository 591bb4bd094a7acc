export { ConsoleApp } from './ConsoleApp.tsx';
export { consoleServer } from './server/consoleServer.ts';
