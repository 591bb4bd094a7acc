/** `npm start`: the sync server. */
import { fileURLToPath } from 'node:url';
import { s3Address } from './attachments/index.ts';
import { USAGE, readConfiguration } from './configuration.ts';
import { startServer } from './startServer.ts';
import { databaseAddress } from './store/index.ts';
import manifest from '../package.json' with { type: 'json' };

const configuration = readConfiguration(process.argv.slice(2), process.env);
if (!configuration.ok) fail(configuration.error);
if (configuration.value === 'help') {
  console.log(USAGE);
  process.exit(0);
}
/** The pages are built beside this program: dist/sync-server, dist/terminal, dist/console. */
const pagesFolder = fileURLToPath(new URL('..', import.meta.url));
const started = await startServer(configuration.value, pagesFolder, manifest.version);
if (!started.ok) fail(started.error);
const server = started.value;
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void server.stop().then(() => process.exit(0));
  });
}

const { dataFolder, databaseUrl, contents } = configuration.value;
const place = databaseUrl === null ? dataFolder : databaseAddress(databaseUrl);
const bucket = contents === null ? '' : `, attachments in ${s3Address(contents)}`;
console.log(`Earshot ${manifest.version} keeps its data in ${place}${bucket}\n`);
for (const { what, link } of server.links) console.log(`  ${what.padEnd(20)} ${link}`);
console.log('\nStop it with Ctrl-C.');

function fail(line: string): never {
  console.error(line);
  process.exit(1);
}
