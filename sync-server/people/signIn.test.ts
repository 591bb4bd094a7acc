import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashSecret } from '../secrets/index.ts';
import { ADMINISTRATOR, TestConsole, startTestServer, type TestServer } from '../testing/index.ts';

const { email, password } = ADMINISTRATOR;

describe('signing in', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.stop());
  const stranger = () => new TestConsole(server.origin);
  const code = async (reply: Response) => ((await reply.json()) as { code: string }).code;
  const setUp = (browser: TestConsole, changes: Readonly<Record<string, string>> = {}) =>
    browser.post('/api/console/setup', { code: server.server.setupCode, ...ADMINISTRATOR, ...changes });
  const signIn = (browser: TestConsole, changes: Readonly<Record<string, string>> = {}) =>
    browser.post('/api/console/sign-in', { email, password, ...changes });

  it('makes the first administrator with the printed code, once, and signs in', async () => {
    const browser = stranger();
    expect(await code(await setUp(browser, { code: 'guess' }))).toBe('setup_code_invalid');
    const made = await setUp(browser);
    expect(await made.json()).toMatchObject({ name: 'Anna', email, role: 'administrator' });
    expect((await browser.get('/api/console/session')).status).toBe(200);
    expect(await code(await setUp(stranger()))).toBe('already_set_up');
  });

  it('makes one administrator when the link is used twice at the same moment', async () => {
    const both = await Promise.all([setUp(stranger()), setUp(stranger(), { email: 'bert@example.com' })]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await server.store.read.selectFrom('person').select('email').execute()).toHaveLength(1);
  });

  it('keeps passwords as argon2id and sessions as hashes', async () => {
    const browser = stranger();
    const reply = await setUp(browser);
    const [person] = await server.store.read.selectFrom('person').selectAll().execute();
    expect(person?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const [session] = await server.store.read.selectFrom('session').selectAll().execute();
    expect(session?.session_hash).toBe(hashSecret(browser.cookie.split('=')[1] ?? ''));
    expect(reply.headers.getSetCookie()[0]).toMatch(
      /^earshot_session=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/,
    );
  });

  it('signs in whatever the case of the address; wrong address and wrong password look alike', async () => {
    await setUp(stranger());
    expect((await signIn(stranger(), { email: email.toUpperCase() })).status).toBe(200);
    const wrong: unknown = await (await signIn(stranger(), { password: 'wrong' })).json();
    expect(wrong).toMatchObject({ code: 'credentials_invalid', status: 401 });
    expect(await (await signIn(stranger(), { email: 'nobody@example.com' })).json()).toEqual(wrong);
  });

  it('gives a new session at each sign-in and ends the one before', async () => {
    const browser = stranger();
    await setUp(browser);
    const before = browser.cookie;
    await signIn(browser);
    expect(browser.cookie).not.toBe(before);
    browser.cookie = before;
    expect((await browser.get('/api/console/session')).status).toBe(401);
  });

  it('ends with sign-out and after twelve hours', async () => {
    const [leaving, staying] = [await server.console(), await server.console()];
    const { cookie } = leaving;
    const left = await leaving.post('/api/console/sign-out', {});
    expect([left.status, await left.json()]).toEqual([200, {}]);
    leaving.cookie = cookie;
    expect((await leaving.get('/api/console/session')).status).toBe(401);
    server.clock.advance(12 * 3_600_000 - 1);
    expect((await staying.get('/api/console/session')).status).toBe(200);
    server.clock.advance(1);
    expect((await staying.get('/api/console/session')).status).toBe(401);
  });

  it.each([['https://evil.example'], ['null'], ['']])(
    'refuses a request from the page %s',
    async (origin) => {
      const browser = await server.console();
      for (const path of ['setup', 'sign-in', 'sign-out', 'touchpoints/sample/enrolments']) {
        const reply = await browser.post(`/api/console/${path}`, {}, { origin });
        expect([path, reply.status, await code(reply)]).toEqual([path, 403, 'forbidden']);
      }
      expect((await browser.get('/api/console/session')).status).toBe(200);
    },
  );

  it('slows down who guesses a password, for that account and address, until time has passed', async () => {
    await setUp(stranger());
    for (let guess = 0; guess < 5; guess += 1) await signIn(stranger(), { password: 'guess' });
    const slowed = await signIn(stranger());
    expect([slowed.status, await code(slowed)]).toEqual([429, 'too_many_requests']);
    expect(slowed.headers.get('retry-after')).toBe('1');
    expect(await code(await signIn(stranger(), { email: 'nobody@example.com' }))).toBe('credentials_invalid');
    server.clock.advance(1_000);
    expect((await signIn(stranger())).status).toBe(200);
  });

  it('slows down who tries many accounts from one address', async () => {
    await setUp(stranger());
    for (let guess = 0; guess < 20; guess += 1)
      await signIn(stranger(), { email: `a${String(guess)}@example.com` });
    expect((await signIn(stranger())).status).toBe(429);
  });
});
