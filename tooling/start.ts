/** `npm start`: builds what is needed, then runs the sync server with the arguments given. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildWhatIsNeeded } from './build/buildWhatIsNeeded.ts';
import { SERVER_TARGETS } from './build/targets.ts';

const root = join(import.meta.dirname, '..');
const parent = process.ppid;
await buildWhatIsNeeded(root, SERVER_TARGETS, console.log);

const server = spawn(
  process.execPath,
  ['--enable-source-maps', join(root, 'dist/sync-server/main.mjs'), ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
// Ctrl-C reaches the server from the terminal too; it is asked to stop once either way.
for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => server.kill(signal));
process.on('SIGINT', () => undefined);

// `kill` on npm ends npm and its shell but not us: without them the server would hold port and data for nobody.
setInterval(() => {
  if (process.ppid !== parent) server.kill('SIGTERM');
}, 500).unref();

server.on('exit', (code, signal) => {
  process.exitCode = signal === null ? (code ?? 1) : 1;
});
