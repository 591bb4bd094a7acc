import { err, ok, type Result } from '../../../core/kernel/index.ts';
import type {
  Fleet,
  NewEnrolment,
  Overview,
  ListedSurvey,
  PublishReply,
  Session,
  SurveyList,
  SyncUpload,
  TouchpointList,
} from '../../../core/protocol/index.ts';
import type { ConsoleServer } from '../server/consoleServer.ts';
import type { InboxServer } from '../server/inboxServer.ts';
import type { Refusal } from '../server/refusal.ts';
import { sampleFleet } from './sampleFleet.ts';
import { NOW, sampleOverview } from './sampleOverview.ts';

const ANNA: Session = {
  personId: 'p1',
  name: 'Anna Ozola',
  email: 'anna@example.com',
  role: 'administrator',
};
const HERE = { touchpointId: 't1', name: 'Departures', timezone: 'Europe/Riga', surveyTitle: 'Visit' };

const VISIT: ListedSurvey = {
  surveyId: 's1',
  questionnaireId: 'visit',
  title: { en: 'Your visit', ru: 'Ваш визит' },
  defaultLanguage: 'en',
  version: '1',
  publishedAt: NOW - 86_400_000,
  languages: [
    { code: 'en', name: 'English' },
    { code: 'ru', name: 'Русский' },
  ],
  questions: 4,
  versions: [{ version: '1', publishedAt: NOW - 86_400_000 }],
  touchpoints: [{ touchpointId: 't1', name: 'Departures' }],
  sealed: false,
  counting: {},
  unopened: 0,
};

const ENROLMENT: NewEnrolment = {
  link: 'https://example.com/terminal/#enrol=abc',
  qrSvg: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path stroke="#000" d="M1 1h7"/></svg>',
  expiresAt: NOW + 3_600_000,
};

/** What the server would answer; a test changes it as the day goes on. */
export interface Script {
  session: Result<Session, Refusal>;
  signIn: Result<Session, Refusal>;
  touchpoints: Result<TouchpointList, Refusal>;
  overview: Result<Overview, Refusal>;
  surveys: Result<SurveyList, Refusal>;
  devices: Result<Fleet, Refusal>;
  publish: Result<PublishReply, Refusal> | null;
  syncFiles: readonly SyncUpload[];
}

export const refused = (code: string, retryAfterSeconds?: number): Result<never, Refusal> =>
  err(retryAfterSeconds === undefined ? { code } : { code, retryAfterSeconds });

export const ANNA_IN = ok(ANNA);

/** The console's view of a server, played from a script; `changed` and `contact` are what its event stream would say. */
export function rehearsedServer(changes: Partial<Script> = {}) {
  const script: Script = {
    session: ANNA_IN,
    signIn: ANNA_IN,
    touchpoints: ok({ touchpoints: [HERE] }),
    overview: ok(sampleOverview()),
    surveys: ok({ surveys: [VISIT] }),
    devices: ok(sampleFleet()),
    publish: null,
    syncFiles: [],
    ...changes,
  };
  const watchers = new Set<Parameters<ConsoleServer['watch']>>();
  const sent: unknown[] = [];
  const letIn = async (request: unknown): Promise<Result<Session, Refusal>> => {
    sent.push(request);
    return script.signIn;
  };
  const server: ConsoleServer = {
    session: async () => script.session,
    setUp: letIn,
    signIn: letIn,
    signOut: async () => ok(undefined),
    touchpoints: async () => script.touchpoints,
    setOpeningHours: async (touchpointId, openingHours) => {
      sent.push({ touchpointId, openingHours });
      return ok(undefined);
    },
    overview: async () => script.overview,
    surveys: async () => script.surveys,
    publish: async (request) => {
      sent.push(request);
      const { surveyId, definition, touchpointIds } = request;
      return script.publish ?? ok({ surveyId, version: String(definition['version']), touchpointIds });
    },
    devices: async () => script.devices,
    revoke: async (deviceId, revoked) => {
      sent.push({ deviceId, revoked });
      return ok({ deviceId, revokedAt: revoked ? NOW : null });
    },
    newEnrolment: async () => ok(ENROLMENT),
    ...syncFilesOf(script, sent),
    ...NO_KEYS,
    inbox: emptyInbox,
    watch: (...watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
  return {
    server,
    script,
    /** Every request that was sent with a body. */
    sent,
    changed: () => watchers.forEach(([changed]) => changed('surveys')),
    contact: (open: boolean) => watchers.forEach(([, contact]) => contact(open)),
  };
}

/** What was brought, as the script has it; a decision is only noted. */
function syncFilesOf(script: Script, sent: unknown[]) {
  const one = (uploadId: string): Result<SyncUpload, Refusal> => {
    const found = script.syncFiles.find((upload) => upload.uploadId === uploadId);
    return found === undefined ? refused('not_found') : ok(found);
  };
  return {
    syncFiles: async () => ok({ uploads: [...script.syncFiles] }),
    beginSyncFile: async () => refused('unavailable'),
    syncFile: async (uploadId) => one(uploadId),
    sendPart: async (uploadId) => one(uploadId),
    decideSyncFile: async (uploadId, what) => {
      sent.push({ uploadId, what });
      return one(uploadId);
    },
    removeSyncFile: async (uploadId) => {
      script.syncFiles = script.syncFiles.filter((upload) => upload.uploadId !== uploadId);
      return ok(undefined);
    },
  } satisfies Partial<ConsoleServer>;
}

const RECOVERY = { keyId: '0123456789abcdef', recipient: `age1${'q'.repeat(58)}`, isHere: false };

/** Where nothing was ever sealed. */
const NO_KEYS = {
  projectKeys: async () => ok({ keys: [], recovery: RECOVERY, unopened: 0 }),
  putKeyInUse: async () => refused('not_found'),
  revokeProjectKey: async () => refused('not_found'),
} satisfies Partial<ConsoleServer>;

const never = async () => refused('not_found');
const nothing = async () => ok({ items: [], next: null });

/** Where nothing waits. */
const emptyInbox: InboxServer = {
  summary: async () =>
    ok({
      waiting: 0,
      dismissed: 0,
      fixed: 0,
      conflicts: 0,
      incomplete: 0,
      late: 0,
      reasons: [],
      devices: [],
      surveys: [],
    }),
  quarantine: nothing,
  conflicts: nothing,
  incomplete: async () => ok({ now: 0, items: [], next: null }),
  audit: async () => ok({ entries: [], next: null, people: [] }),
  quarantined: never,
  questions: never,
  retry: never,
  fix: never,
  dismiss: never,
  bringBack: never,
  takeBack: never,
  accept: never,
  conflict: never,
  choose: never,
};
