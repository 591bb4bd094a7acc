import { err, ok, type Result } from '../core/kernel/index.ts';
import { s3Store } from './attachments/index.ts';
import type { Configuration } from './configuration.ts';
import { createServer } from './createServer.ts';
import { createEnrolment, enrolmentLink } from './devices/index.ts';
import { DamagedKey, openFileKeys } from './fileKeys/index.ts';
import { Lateness, type App } from './http/index.ts';
import { rebuild, rebuildIfOutdated } from './ingest/index.ts';
import { hasAdministrator } from './people/index.ts';
import { SAMPLE_TOUCHPOINT, seedSample } from './seedSample.ts';
import {
  isStoreTrouble,
  openPostgresStore,
  openStore,
  postgresProblem,
  storeProblem,
  type Store,
} from './store/index.ts';
import { systemClock, systemRandom } from './systemPorts.ts';

/** Connections that may wait to be taken: a fleet comes back at one moment, and whom the system turns away tries only seconds later. */
const BACKLOG = 4_096;

export interface RunningServer {
  readonly links: readonly { readonly what: string; readonly link: string }[];
  stop(): Promise<void>;
}

/** Opens the store, seeds it when it is new, and listens. The error is one line that says what to do. */
export async function startServer(
  configuration: Configuration,
  pagesFolder: string,
  version: string,
): Promise<Result<RunningServer, string>> {
  const opened = await openConfigured(configuration);
  if (!opened.ok) return opened;
  const store = opened.value;
  try {
    await seedSample(store, systemClock.now(), Intl.DateTimeFormat().resolvedOptions().timeZone);
    if (configuration.rebuild) await rebuild(store);
    else await rebuildIfOutdated(store);
    return await serve(store, configuration, pagesFolder, version);
  } catch (error) {
    await store.close();
    if (error instanceof DamagedKey) return err(error.message);
    if (!isStoreTrouble(error)) throw error;
    const { dataFolder, databaseUrl } = configuration;
    return err(databaseUrl === null ? storeProblem(dataFolder, error) : postgresProblem(databaseUrl, error));
  }
}

function openConfigured({ dataFolder, databaseUrl, restored }: Configuration) {
  return databaseUrl === null
    ? openStore(dataFolder, systemClock, systemRandom, { restored })
    : openPostgresStore(databaseUrl, systemClock, systemRandom, { restored });
}

/** Listens with everything that the store is to serve. Where listening fails it is closed, too. */
async function serve(
  store: Store,
  configuration: Configuration,
  pagesFolder: string,
  version: string,
): Promise<Result<RunningServer, string>> {
  const lateness = new Lateness();
  const server = await createServer({
    store,
    clock: systemClock,
    random: systemRandom,
    fileKeys: await openFileKeys(configuration.dataFolder, store),
    dataFolder: configuration.dataFolder,
    ...(configuration.contents === null ? {} : { contents: s3Store(configuration.contents) }),
    pagesFolder,
    version,
    logLevel: configuration.logLevel,
    trustProxy: configuration.trustProxy,
    lateness,
  });
  const stop = async (): Promise<void> => {
    lateness.stop();
    await server.app.close();
    await store.close();
  };
  const { host, port } = configuration;
  try {
    await server.app.listen({ host, port, backlog: BACKLOG });
  } catch (error) {
    await stop();
    return err(listenProblem(error, configuration));
  }
  try {
    server.worker.start();
    const origin = originOf(host, listeningPort(server.app) ?? port);
    return ok({ links: await startLinks(store, origin, server.setupCode), stop });
  } catch (error) {
    await server.app.close();
    throw error;
  }
}

async function startLinks(store: Store, origin: string, setupCode: string) {
  const administered = await hasAdministrator(store.read);
  const { code } = await store.write((tx) =>
    createEnrolment(tx, SAMPLE_TOUCHPOINT, systemClock.now(), systemRandom),
  );
  return [
    ...(administered ? [] : [{ what: 'First administrator', link: `${origin}/console/#setup=${setupCode}` }]),
    { what: 'Sample terminal', link: enrolmentLink(origin, code) },
    { what: 'Console', link: `${origin}/console/` },
  ];
}

/** Differs from the wanted one where that was 0. */
function listeningPort(app: App): number | undefined {
  const [address] = app.addresses();
  return typeof address === 'object' ? address.port : undefined;
}

/** An address that a browser on this machine can open. */
function originOf(host: string, port: number): string {
  const open = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${open.includes(':') ? `[${open}]` : open}:${String(port)}`;
}

function listenProblem(error: unknown, { host, port }: Configuration): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${String(port)} on ${host} is in use. Stop the other program, or choose another port with --port.`;
    case 'EACCES':
      return `This account may not listen on port ${String(port)}. Choose one above 1023 with --port.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address ${host}. Choose 127.0.0.1 or 0.0.0.0 with --host.`;
    default:
      throw error;
  }
}
