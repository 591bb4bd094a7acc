import { afterEach, describe, expect, it } from 'vitest';
import { ADMINISTRATOR, TestConsole, startTestServer, type TestServer } from '../testing/index.ts';

describe('behind a reverse proxy', () => {
  let server: TestServer;
  afterEach(() => server.stop());
  const start = async (trustProxy: string | null) => {
    server = await startTestServer(trustProxy === null ? {} : { trustProxy });
    return new TestConsole(server.origin);
  };
  const setUp = (browser: TestConsole) =>
    browser.post(
      '/api/console/setup',
      { code: server.server.setupCode, ...ADMINISTRATOR },
      { 'x-forwarded-proto': 'https' },
    );
  /** Guesses, each as if from an address of its own. */
  const guess = async (browser: TestConsole) => {
    const statuses = [];
    for (let last = 1; last <= 21; last += 1) {
      const email = `a${String(last)}@example.com`;
      const headers = { 'x-forwarded-for': `198.51.100.${String(last)}` };
      statuses.push(
        (await browser.post('/api/console/sign-in', { email, password: 'guess' }, headers)).status,
      );
    }
    return statuses;
  };

  it.each(['loopback', '10.0.0.0/8,127.0.0.1'])(
    'that is trusted as %s, its https binds the cookie to the host, and each address has its own tries',
    async (trusted) => {
      const browser = await start(trusted);
      expect((await setUp(browser)).headers.getSetCookie()[0]).toMatch(
        /^__Host-earshot_session=.*; HttpOnly; Secure; SameSite=Strict$/,
      );
      expect(new Set(await guess(browser))).toEqual(new Set([401]));
    },
  );

  it.each([null, '10.0.0.7'])(
    'that is not trusted (%s), nothing that a client says of its address or its https is believed',
    async (trusted) => {
      const browser = await start(trusted);
      expect((await setUp(browser)).headers.getSetCookie()[0]).toMatch(/^earshot_session=/);
      expect((await guess(browser)).at(-1)).toBe(429);
    },
  );
});
