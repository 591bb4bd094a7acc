import { join } from 'node:path';
import fastifyCookie from '@fastify/cookie';
import type { Clock, RandomSource } from '../core/kernel/index.ts';
import {
  AttachmentDesk,
  attachmentEndpoints,
  folderStore,
  type AttachmentStore,
} from './attachments/index.ts';
import { Allowance, Attempts } from './attempts/index.ts';
import { auditEndpoint } from './audit/index.ts';
import {
  TOKEN_SECONDS,
  addressGuard,
  challengeEndpoint,
  createEnrolmentEndpoint,
  deviceGuard,
  enrolEndpoint,
  helloEndpoint,
  listFleetEndpoint,
  revocationEndpoint,
} from './devices/index.ts';
import { EventHub, eventsEndpoint } from './events/index.ts';
import type { ServerFileKeys } from './fileKeys/index.ts';
import {
  Crowd,
  TurnAway,
  createApp,
  documentApi,
  servePages,
  unlessLate,
  type App,
  type Lateness,
} from './http/index.ts';
import { inboxEndpoints } from './inbox/index.ts';
import {
  acceptQuarantined,
  acceptanceEndpoint,
  deviceAcceptanceEndpoint,
  erasureEndpoint,
  pushEndpoint,
} from './ingest/index.ts';
import { Worker, askFor, forgetExpired, type Job } from './jobs/index.ts';
import { crosstabEndpoint, overviewEndpoint } from './metrics/index.ts';
import {
  Sessions,
  SetupCode,
  sessionEndpoint,
  setupEndpoint,
  signInEndpoint,
  signOutEndpoint,
  signedInGuard,
} from './people/index.ts';
import { projectKeyEndpoints } from './projectKeys/index.ts';
import { SharedKeys, SignedSecrets } from './secrets/index.ts';
import type { Store, Tx } from './store/index.ts';
import { listSurveysEndpoint, publishEndpoint } from './surveys/index.ts';
import { syncFileEndpoints } from './syncFiles/index.ts';
import { listTouchpointsEndpoint, openingHoursEndpoint } from './touchpoints/index.ts';

const NONCE_SECONDS = 120;
/** At the most; a machine that is slow with so many takes in fewer. */
const HELLOS_AT_ONCE = 256;
const BATCHES_AT_ONCE = 64;
/**
 * How late the process may be, in milliseconds, to take something new in, and to go on with what was begun. A device waits 15 s for
 * an answer; on a slow machine the answer takes as long again as the request has waited.
 */
const LATE_FOR_NEW = 1_000;
const LATE_FOR_BEGUN = 5_000;
/** Failures that cost nothing: of one account from one address, and of one address (many people may share it). */
const FREE_PER_ACCOUNT = 5;
const FREE_PER_ADDRESS = 20;
const FREE_PER_DEVICE = 20;
/** Two thousand terminals behind one address that wake at the same moment ask 4,000 times, later 70 times a second. */
const HELLOS_PER_ADDRESS = { burst: 6_000, perSecond: 300 };

export interface ServerParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly fileKeys: ServerFileKeys;
  readonly dataFolder: string;
  /** Where attachments lie; in the data folder when left out. */
  readonly contents?: AttachmentStore;
  /** Holds the built pages as terminal/ and console/. */
  readonly pagesFolder: string;
  readonly version: string;
  readonly logLevel: string;
  readonly lateness: Pick<Lateness, 'milliseconds'>;
  /** See `createApp`. */
  readonly trustProxy: string | null;
}

export interface Server {
  readonly app: App;
  /** Makes the first administrator; good until there is one. */
  readonly setupCode: string;
  /** Background work; begins when it is told to. */
  readonly worker: Worker;
  /** Every route, as the authorization table has to name it. */
  readonly routes: readonly string[];
}

/** The whole server, not yet listening: every part that the capabilities need is made and handed over here. */
export async function createServer(parts: ServerParts): Promise<Server> {
  const { store, clock, random } = parts;
  const app = createApp(store.serverId, parts);
  const routes: string[] = [];
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) if (one !== 'HEAD') routes.push(`${one} ${url}`);
  });
  await app.register(fastifyCookie);
  await documentApi(app, parts.version);
  await servePages(app, parts.pagesFolder);
  const events = new EventHub(store.wire);
  const keys = await SharedKeys.open(store, clock, random);
  const contents = parts.contents ?? folderStore(join(parts.dataFolder, 'attachments'));
  const incoming = join(parts.dataFolder, 'attachments', 'incoming');
  const attachments = new AttachmentDesk({ store, clock, contents, incoming });
  const decided = { ...parts, contents, attachments };
  await addDeviceEndpoints(app, decided, events, keys);
  const setupCode = await SetupCode.from(keys);
  const worker = new Worker(parts, jobsOf(parts, events, keys), (jobId, error) => {
    app.log.error({ jobId, error }, 'background work failed; it is tried again');
  });
  await addConsoleEndpoints(app, decided, events, { setupCode, worker });
  app.addHook('onClose', () => worker.stop());
  return { app, setupCode: setupCode.code, worker, routes };
}

const ACCEPT_QUARANTINED = 'accept-quarantined';
const HOUR = 3_600_000;

const jobsOf = ({ store, clock }: ServerParts, events: EventHub, keys: SharedKeys): readonly Job[] => [
  { id: 'renew-keys', every: HOUR, run: () => keys.renew() },
  { id: 'forget-expired', every: HOUR, run: () => forgetExpired(store, clock) },
  { id: ACCEPT_QUARANTINED, every: null, run: () => acceptQuarantined(store, events) },
];

/** Everything is decided on. */
type DecidedParts = ServerParts & {
  readonly contents: AttachmentStore;
  readonly attachments: AttachmentDesk;
};

async function addDeviceEndpoints(
  app: App,
  parts: DecidedParts,
  events: EventHub,
  keys: SharedKeys,
): Promise<void> {
  const { store, clock, random, lateness, attachments } = parts;
  const fileKeys = parts.fileKeys.announced;
  const now = (): number => clock.monotonic();
  const turnAway = new TurnAway(random, now);
  const ifNew = unlessLate(lateness, LATE_FOR_NEW, turnAway);
  const ifBegun = unlessLate(lateness, LATE_FOR_BEGUN, turnAway);
  const { storeEpoch } = store;
  const nonces = new SignedSecrets(keys, parts, { purpose: 'nonce', storeEpoch, seconds: NONCE_SECONDS });
  const tokens = new SignedSecrets(keys, parts, { purpose: 'token', storeEpoch, seconds: TOKEN_SECONDS });
  enrolEndpoint(app, { store, clock, random, fileKeys, attempts: new Attempts(clock, FREE_PER_ADDRESS) });
  const withinAllowance = addressGuard(new Allowance(clock, HELLOS_PER_ADDRESS));
  const hellos = new Crowd(HELLOS_AT_ONCE, turnAway, now);
  challengeEndpoint(app, { store, nonces, withinAllowance, unlessLate: ifNew, crowd: hellos });
  const attempts = new Attempts(clock, FREE_PER_DEVICE);
  helloEndpoint(app, {
    store,
    clock,
    nonces,
    tokens,
    events,
    withinAllowance,
    attempts,
    fileKeys,
    unlessLate: ifBegun,
    crowd: hellos,
  });
  const crowd = new Crowd(BATCHES_AT_ONCE, turnAway, now);
  const withToken = deviceGuard(tokens);
  pushEndpoint(app, { store, clock, events, withToken, crowd, unlessLate: ifBegun });
  await attachmentEndpoints(app, { store, desk: attachments, withToken, unlessLate: ifBegun });
}

async function addConsoleEndpoints(
  app: App,
  { store, clock, random, fileKeys, dataFolder, contents, attachments }: DecidedParts,
  events: EventHub,
  { setupCode, worker }: { readonly setupCode: SetupCode; readonly worker: Worker },
): Promise<void> {
  const sessions = new Sessions(store, clock, random);
  const attempts = new Attempts(clock, FREE_PER_ADDRESS);
  const accountAttempts = new Attempts(clock, FREE_PER_ACCOUNT);
  const signedIn = signedInGuard(sessions);
  setupEndpoint(app, { store, clock, random, sessions, setupCode, attempts });
  signInEndpoint(app, { store, sessions, attempts, accountAttempts });
  signOutEndpoint(app, sessions, signedIn);
  sessionEndpoint(app, signedIn);
  listTouchpointsEndpoint(app, store, signedIn);
  openingHoursEndpoint(app, { store, clock, events, signedIn });
  listSurveysEndpoint(app, store, signedIn);
  const onPublish = (tx: Tx) => askFor(tx, ACCEPT_QUARANTINED, clock.now());
  const onPublished = () => worker.runDue();
  publishEndpoint(app, { store, clock, events, signedIn, onPublish, onPublished });
  acceptanceEndpoint(app, { store, clock, events, signedIn });
  deviceAcceptanceEndpoint(app, { store, clock, events, signedIn });
  erasureEndpoint(app, { store, clock, events, contents, signedIn });
  overviewEndpoint(app, store, clock, signedIn);
  crosstabEndpoint(app, store, signedIn);
  createEnrolmentEndpoint(app, { store, clock, random, signedIn });
  listFleetEndpoint(app, store, clock, signedIn);
  revocationEndpoint(app, { store, clock, events, signedIn });
  eventsEndpoint(app, events, sessions, signedIn);
  auditEndpoint(app, store, signedIn);
  projectKeyEndpoints(app, { store, clock, events, fileKeys, dataFolder, signedIn });
  inboxEndpoints({ app, store, clock, random, events, signedIn });
  await syncFileEndpoints(app, {
    store,
    clock,
    random,
    events,
    fileKeys,
    attachments,
    dataFolder,
    signedIn,
  });
}
