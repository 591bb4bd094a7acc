import { err, ok, type Result } from '../../../core/kernel/index.ts';
import {
  fleetReplySchema,
  newEnrolmentReplySchema,
  overviewReplySchema,
  publishReplySchema,
  revocationReplySchema,
  sessionReplySchema,
  surveyListSchema,
  touchpointListSchema,
  type Fleet,
  type NewEnrolment,
  type Overview,
  type Session,
  type SetupRequest,
  type PublishReply,
  type PublishRequest,
  type Revocation,
  type SignInRequest,
  type SurveyList,
  type TouchpointList,
} from '../../../core/protocol/index.ts';
import { openEvents } from '../../transport/openEvents.ts';
import { getJson, postJson, postPackedJson, type RequestFailure } from '../../transport/requestJson.ts';
import { matchesSchema, type Rules } from './matchesSchema.ts';
import { UNREADABLE, toRefusal, type Refusal } from './refusal.ts';

export type Reply<T> = Promise<Result<T, Refusal>>;

/** What the server's events tell of. */
export type Change = 'numbers' | 'surveys';

/** All that the console asks of the server, so that a screen can be shown against any server that answers the same. */
export interface ConsoleServer {
  readonly session: () => Reply<Session>;
  readonly setUp: (request: SetupRequest) => Reply<Session>;
  readonly signIn: (request: SignInRequest) => Reply<Session>;
  readonly signOut: () => Reply<undefined>;
  readonly touchpoints: () => Reply<TouchpointList>;
  readonly surveys: () => Reply<SurveyList>;
  readonly publish: (request: PublishRequest) => Reply<PublishReply>;
  readonly overview: (touchpointId: string) => Reply<Overview>;
  readonly devices: () => Reply<Fleet>;
  /** `revoked` false trusts the device again. */
  readonly revoke: (deviceId: string, revoked: boolean) => Reply<Revocation>;
  readonly newEnrolment: (touchpointId: string) => Reply<NewEnrolment>;
  /** Calls `changed` when numbers, or (`surveys`) what is asked and where, may have changed, `contact` when the stream opens or breaks; answers how to stop. */
  readonly watch: (changed: (what: Change) => void, contact: (open: boolean) => void) => () => void;
}

const at = (touchpointId: string, what: string): string =>
  `/api/console/touchpoints/${encodeURIComponent(touchpointId)}/${what}`;

/** The server that this page was loaded from. */
export const consoleServer: ConsoleServer = {
  session: () => read(sessionReplySchema, getJson('/api/console/session')),
  setUp: (request) => read(sessionReplySchema, postJson('/api/console/setup', request)),
  signIn: (request) => read(sessionReplySchema, postJson('/api/console/sign-in', request)),
  signOut: async () => {
    const reply = await postJson('/api/console/sign-out', {});
    return reply.ok ? ok(undefined) : err(toRefusal(reply.error));
  },
  touchpoints: () => read(touchpointListSchema, getJson('/api/console/touchpoints')),
  surveys: () => read(surveyListSchema, getJson('/api/console/surveys')),
  publish: (request) => read(publishReplySchema, postPackedJson('/api/console/surveys', request)),
  overview: (touchpointId) => read(overviewReplySchema, getJson(at(touchpointId, 'overview'))),
  devices: () => read(fleetReplySchema, getJson('/api/console/devices')),
  revoke: (deviceId, revoked) =>
    read(
      revocationReplySchema,
      postJson(`/api/console/devices/${encodeURIComponent(deviceId)}/revocation`, { revoked }),
    ),
  newEnrolment: (touchpointId) => read(newEnrolmentReplySchema, postJson(at(touchpointId, 'enrolments'), {})),
  watch: (changed, contact) =>
    openEvents('/api/console/events', ['responses', 'devices', 'surveys'], {
      onEvent: (name) => changed(name === 'surveys' ? 'surveys' : 'numbers'),
      onOpen: (open) => {
        contact(open);
        if (open) changed('surveys');
      },
    }),
};

async function read<T>(schema: Rules, asked: Promise<Result<unknown, RequestFailure>>): Reply<T> {
  const reply = await asked;
  if (!reply.ok) return err(toRefusal(reply.error));
  return matchesSchema<T>(schema, reply.value) ? ok(reply.value) : err(UNREADABLE);
}
