import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  TestConsole,
  sampleResponse,
  startTestServer,
  type TestDevice,
  type TestServer,
} from './testing/index.ts';

const CALLERS = ['nobody', 'device', 'wrong device', 'signed in'] as const;
type Caller = (typeof CALLERS)[number];
type Statuses = readonly [nobody: number, device: number, wrongDevice: number, signedIn: number];

/** Who may call what. 400: let in, and then found to have said nothing sensible. A new route has to be given its row. */
const TABLE: Readonly<Record<string, Statuses>> = {
  'GET /': [302, 302, 302, 302],
  'GET /terminal': [302, 302, 302, 302],
  'GET /terminal/': [404, 404, 404, 404],
  'GET /terminal/*': [404, 404, 404, 404],
  'GET /console': [302, 302, 302, 302],
  'GET /console/': [404, 404, 404, 404],
  'GET /console/*': [404, 404, 404, 404],
  'GET /api/openapi.json': [200, 200, 200, 200],
  'POST /api/device/enrol': [400, 400, 400, 400],
  'POST /api/sync/challenge': [400, 400, 400, 400],
  'POST /api/sync/hello': [400, 400, 400, 400],
  'POST /api/sync/push': [401, 200, 403, 401],
  'POST /api/sync/attachments': [401, 400, 400, 401],
  'PATCH /api/sync/attachments/:sha256': [401, 400, 400, 401],
  'POST /api/console/setup': [400, 400, 400, 400],
  'POST /api/console/sign-in': [400, 400, 400, 400],
  'GET /api/console/session': [401, 401, 401, 200],
  'GET /api/console/touchpoints': [401, 401, 401, 200],
  'POST /api/console/touchpoints/:touchpointId/opening-hours': [401, 401, 401, 400],
  'GET /api/console/surveys': [401, 401, 401, 200],
  'POST /api/console/surveys': [401, 401, 401, 400],
  'POST /api/console/quarantine/acceptance': [401, 401, 401, 200],
  'POST /api/console/responses/:responseId/erasure': [401, 401, 401, 404],
  'GET /api/console/touchpoints/:touchpointId/overview': [401, 401, 401, 200],
  'GET /api/console/surveys/:surveyId/crosstab': [401, 401, 401, 400],
  'POST /api/console/touchpoints/:touchpointId/enrolments': [401, 401, 401, 200],
  'GET /api/console/devices': [401, 401, 401, 200],
  'POST /api/console/devices/:deviceId/revocation': [401, 401, 401, 400],
  'POST /api/console/devices/:deviceId/acceptance': [401, 401, 401, 404],
  'GET /api/console/events': [401, 401, 401, 200],
  'GET /api/console/audit': [401, 401, 401, 200],
  'GET /api/console/project-keys': [401, 401, 401, 200],
  'POST /api/console/project-keys': [401, 401, 401, 400],
  'POST /api/console/project-keys/:keyId/revocation': [401, 401, 401, 400],
  'GET /api/console/inbox': [401, 401, 401, 200],
  'GET /api/console/inbox/quarantine': [401, 401, 401, 200],
  'GET /api/console/inbox/quarantine/:item': [401, 401, 401, 400],
  'POST /api/console/inbox/quarantine/:item/retry': [401, 401, 401, 400],
  'POST /api/console/inbox/quarantine/:item/fix': [401, 401, 401, 400],
  'POST /api/console/inbox/quarantine/:item/fix/withdrawal': [401, 401, 401, 400],
  'POST /api/console/inbox/quarantine/:item/dismissal': [401, 401, 401, 400],
  'POST /api/console/inbox/quarantine/:item/return': [401, 401, 401, 400],
  'GET /api/console/inbox/conflicts': [401, 401, 401, 200],
  'GET /api/console/inbox/conflicts/:item': [401, 401, 401, 400],
  'POST /api/console/inbox/conflicts/:item/choice': [401, 401, 401, 400],
  'GET /api/console/inbox/incomplete': [401, 401, 401, 200],
  'GET /api/console/inbox/questions': [401, 401, 401, 400],
  'GET /api/console/sync-files': [401, 401, 401, 200],
  'POST /api/console/sync-files': [401, 401, 401, 400],
  'GET /api/console/sync-files/:uploadId': [401, 401, 401, 400],
  'PATCH /api/console/sync-files/:uploadId': [401, 401, 401, 400],
  'DELETE /api/console/sync-files/:uploadId': [401, 401, 401, 400],
  'POST /api/console/sync-files/:uploadId/merge': [401, 401, 401, 400],
  'POST /api/console/sync-files/:uploadId/preview': [401, 401, 401, 400],
  'GET /api/console/sync-files/:uploadId/receipt': [401, 401, 401, 400],
  'GET /api/console/sync-files/:uploadId/report': [401, 401, 401, 400],
  'POST /api/console/sign-out': [401, 401, 401, 200],
};

describe('who may call what', () => {
  let server: TestServer;
  let devices: Readonly<Record<'device' | 'wrong device', TestDevice>>;
  let browser: TestConsole;
  beforeAll(async () => {
    server = await startTestServer();
    devices = { device: await server.device(), 'wrong device': await server.device() };
    browser = await server.console();
  });
  afterAll(() => server.stop());

  const call = async (caller: Caller, route: string): Promise<number> => {
    const [method = '', path = ''] = route.split(' ');
    const device = caller === 'device' || caller === 'wrong device' ? devices[caller] : null;
    const batch = {
      protocol: 1,
      batchId: 'b',
      deviceId: devices.device.deviceId,
      storeEpoch: 'e',
      items: [devices.device.seal(sampleResponse())],
    };
    const stop = new AbortController();
    const reply = await fetch(server.origin + path.replace(':touchpointId', 'sample').replace('*', 'x.js'), {
      method,
      redirect: 'manual',
      signal: stop.signal,
      headers: {
        'content-type': 'application/json',
        origin: server.origin,
        ...(device === null ? {} : { authorization: `Bearer ${device.token}` }),
        ...(caller === 'signed in' ? { cookie: browser.cookie } : {}),
      },
      ...(method === 'POST' ? { body: JSON.stringify(path === '/api/sync/push' ? batch : {}) } : {}),
    });
    stop.abort();
    return reply.status;
  };

  it('the table has a row for every route, and no other', () => {
    expect([...new Set(server.server.routes)].sort()).toEqual(Object.keys(TABLE).sort());
  });

  it.each(Object.entries(TABLE))('%s answers %j', async (route, statuses) => {
    const answered = [];
    for (const caller of CALLERS) answered.push(await call(caller, route));
    expect(answered).toEqual(statuses);
  });

  it('a session cookie that was made up opens nothing', async () => {
    const forger = new TestConsole(server.origin);
    forger.cookie = `earshot_session=${'A'.repeat(43)}`;
    expect((await forger.get('/api/console/touchpoints')).status).toBe(401);
  });
});
