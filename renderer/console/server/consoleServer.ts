import { err, ok, type Result } from '../../../core/kernel/index.ts';
import {
  fleetReplySchema,
  newEnrolmentReplySchema,
  projectKeysSchema,
  overviewReplySchema,
  publishReplySchema,
  revocationReplySchema,
  sessionReplySchema,
  surveyListSchema,
  syncUploadListSchema,
  syncUploadSchema,
  touchpointListSchema,
  type Fleet,
  type NewEnrolment,
  type OpeningHours,
  type Overview,
  type ProjectKeys,
  type Session,
  type SetupRequest,
  type PublishReply,
  type PublishRequest,
  type Revocation,
  type SignInRequest,
  type NewSyncUpload,
  type SurveyList,
  type SyncUpload,
  type SyncUploadList,
  type TouchpointList,
} from '../../../core/protocol/index.ts';
import { openEvents } from '../../transport/openEvents.ts';
import {
  deleteJson,
  getJson,
  patchBytes,
  postJson,
  postPackedJson,
  type RequestFailure,
} from '../../transport/requestJson.ts';
import { inboxServer, type InboxServer } from './inboxServer.ts';
import { readReply as read, type Reply } from './readReply.ts';
import { toRefusal } from './refusal.ts';

export type { Reply } from './readReply.ts';

/** What the server's events tell of. */
export type Change = 'numbers' | 'surveys' | 'inbox';

/** All that the console asks of the server, so that a screen can be shown against any server that answers the same. */
export interface ConsoleServer {
  readonly session: () => Reply<Session>;
  readonly setUp: (request: SetupRequest) => Reply<Session>;
  readonly signIn: (request: SignInRequest) => Reply<Session>;
  readonly signOut: () => Reply<undefined>;
  readonly touchpoints: () => Reply<TouchpointList>;
  readonly surveys: () => Reply<SurveyList>;
  readonly publish: (request: PublishRequest) => Reply<PublishReply>;
  /** `null`: always open. */
  readonly setOpeningHours: (touchpointId: string, openingHours: OpeningHours | null) => Reply<undefined>;
  readonly overview: (touchpointId: string) => Reply<Overview>;
  readonly devices: () => Reply<Fleet>;
  /** `revoked` false trusts the device again. */
  readonly revoke: (deviceId: string, revoked: boolean) => Reply<Revocation>;
  readonly newEnrolment: (touchpointId: string) => Reply<NewEnrolment>;
  readonly syncFiles: () => Reply<SyncUploadList>;
  readonly beginSyncFile: (made: NewSyncUpload) => Reply<SyncUpload>;
  readonly syncFile: (uploadId: string) => Reply<SyncUpload>;
  readonly sendPart: (uploadId: string, offset: number, part: Blob, signal: AbortSignal) => Reply<SyncUpload>;
  /** `preview` looks through the file again. */
  readonly decideSyncFile: (uploadId: string, what: 'merge' | 'preview') => Reply<SyncUpload>;
  readonly removeSyncFile: (uploadId: string) => Reply<undefined>;
  readonly projectKeys: () => Reply<ProjectKeys>;
  /** The public half; responses are sealed to it from then on. */
  readonly putKeyInUse: (recipient: string) => Reply<ProjectKeys>;
  readonly revokeProjectKey: (keyId: string) => Reply<ProjectKeys>;
  readonly inbox: InboxServer;
  /** Calls `changed` when numbers, or (`surveys`) what is asked and where, may have changed, `contact` when the stream opens or breaks; answers how to stop. */
  readonly watch: (changed: (what: Change) => void, contact: (open: boolean) => void) => () => void;
}

const at = (touchpointId: string, what: string): string =>
  `/api/console/touchpoints/${encodeURIComponent(touchpointId)}/${what}`;

const PROJECT_KEYS = '/api/console/project-keys';
const SYNC_FILES = '/api/console/sync-files';

/** Where a file that was taken in has its receipt for the device, and its report for programs. */
export const syncFileAddress = (uploadId: string, what: 'receipt' | 'report'): string =>
  `${SYNC_FILES}/${uploadId}/${what}`;

/** The server that this page was loaded from. */
export const consoleServer: ConsoleServer = {
  session: () => read(sessionReplySchema, getJson('/api/console/session')),
  setUp: (request) => read(sessionReplySchema, postJson('/api/console/setup', request)),
  signIn: (request) => read(sessionReplySchema, postJson('/api/console/sign-in', request)),
  signOut: () => done(postJson('/api/console/sign-out', {})),
  touchpoints: () => read(touchpointListSchema, getJson('/api/console/touchpoints')),
  surveys: () => read(surveyListSchema, getJson('/api/console/surveys')),
  publish: (request) => read(publishReplySchema, postPackedJson('/api/console/surveys', request)),
  setOpeningHours: (touchpointId, openingHours) =>
    done(postJson(at(touchpointId, 'opening-hours'), { openingHours })),
  overview: (touchpointId) => read(overviewReplySchema, getJson(at(touchpointId, 'overview'))),
  devices: () => read(fleetReplySchema, getJson('/api/console/devices')),
  revoke: (deviceId, revoked) =>
    read(
      revocationReplySchema,
      postJson(`/api/console/devices/${encodeURIComponent(deviceId)}/revocation`, { revoked }),
    ),
  newEnrolment: (touchpointId) => read(newEnrolmentReplySchema, postJson(at(touchpointId, 'enrolments'), {})),
  syncFiles: () => read(syncUploadListSchema, getJson(SYNC_FILES)),
  beginSyncFile: (made) => read(syncUploadSchema, postJson(SYNC_FILES, made)),
  syncFile: (uploadId) => read(syncUploadSchema, getJson(`${SYNC_FILES}/${uploadId}`)),
  sendPart: (uploadId, offset, part, signal) =>
    read(syncUploadSchema, patchBytes(`${SYNC_FILES}/${uploadId}`, offset, part, signal)),
  decideSyncFile: (uploadId, what) =>
    read(syncUploadSchema, postJson(`${SYNC_FILES}/${uploadId}/${what}`, {})),
  removeSyncFile: (uploadId) => done(deleteJson(`${SYNC_FILES}/${uploadId}`)),
  projectKeys: () => read(projectKeysSchema, getJson(PROJECT_KEYS)),
  putKeyInUse: (recipient) => read(projectKeysSchema, postJson(PROJECT_KEYS, { recipient })),
  revokeProjectKey: (keyId) =>
    read(projectKeysSchema, postJson(`${PROJECT_KEYS}/${encodeURIComponent(keyId)}/revocation`, {})),
  inbox: inboxServer,
  watch: (changed, contact) =>
    openEvents('/api/console/events', ['responses', 'devices', 'surveys', 'inbox'], {
      onEvent: (name) => changed(name === 'surveys' || name === 'inbox' ? name : 'numbers'),
      onOpen: (open) => {
        contact(open);
        if (open) changed('surveys');
      },
    }),
};

/** Where nothing of the reply is of use but that there was one. */
async function done(asked: Promise<Result<unknown, RequestFailure>>): Reply<undefined> {
  const reply = await asked;
  return reply.ok ? ok(undefined) : err(toRefusal(reply.error));
}
