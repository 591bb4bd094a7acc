import { err, ok, type Result } from '../../../core/kernel/index.ts';
import type { Overview, Session, TouchpointList } from '../../../core/protocol/index.ts';
import type { ConsoleServer } from '../server/consoleServer.ts';
import type { Refusal } from '../server/refusal.ts';
import { NOW, sampleOverview } from './sampleOverview.ts';

const ANNA: Session = {
  personId: 'p1',
  name: 'Anna Ozola',
  email: 'anna@example.com',
  role: 'administrator',
};
const HERE = { touchpointId: 't1', name: 'Departures', timezone: 'Europe/Riga', surveyTitle: 'Visit' };

/** What the server would answer; a test changes it as the day goes on. */
export interface Script {
  session: Result<Session, Refusal>;
  signIn: Result<Session, Refusal>;
  touchpoints: Result<TouchpointList, Refusal>;
  overview: Result<Overview, Refusal>;
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
    ...changes,
  };
  const watchers = new Set<Parameters<ConsoleServer['watch']>>();
  const sent: unknown[] = [];
  const server: ConsoleServer = {
    session: async () => script.session,
    setUp: async (request) => {
      sent.push(request);
      return script.signIn;
    },
    signIn: async (request) => {
      sent.push(request);
      return script.signIn;
    },
    signOut: async () => ok(undefined),
    touchpoints: async () => script.touchpoints,
    overview: async () => script.overview,
    newEnrolment: async () =>
      ok({
        link: 'https://example.com/terminal/#enrol=abc',
        qrSvg:
          '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path stroke="#000" d="M1 1h7"/></svg>',
        expiresAt: NOW + 3_600_000,
      }),
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
    changed: () => watchers.forEach(([changed]) => changed()),
    contact: (open: boolean) => watchers.forEach(([, contact]) => contact(open)),
  };
}
