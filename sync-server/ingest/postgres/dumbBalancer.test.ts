import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../../startServer.ts';
import { ADMINISTRATOR, TestConsole, TestDevice, newDatabase, sampleResponse } from '../../testing/index.ts';

const linkOf = (server: RunningServer | undefined, part: string): URL => {
  const link = server?.links.find(({ link: one }) => one.includes(part))?.link;
  if (link === undefined) throw new Error(`no link with ${part}`);
  return new URL(link);
};

describe('two servers of one store behind a balancer that knows nothing', () => {
  let folder: string;
  let servers: RunningServer[];
  let origins: readonly string[];
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'earshot-'));
    const databaseUrl = await newDatabase();
    servers = [];
    for (const name of ['one', 'two']) {
      const dataFolder = join(folder, name);
      const rest = { logLevel: 'silent', trustProxy: null, rebuild: false, restored: false };
      const configuration = { host: '127.0.0.1', port: 0, dataFolder, databaseUrl, ...rest };
      const started = await startServer(configuration, folder, '0.0.0');
      if (!started.ok) throw new Error(started.error);
      servers.push(started.value);
    }
    origins = servers.map((server) => linkOf(server, '/console/').origin);
  });
  afterEach(async () => {
    for (const server of servers) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Each request to the other server than the one before. */
  const inTurn = (): (() => string) => {
    let asked = 0;
    return () => origins[asked++ % origins.length] ?? '';
  };

  it('serve a device whose every request goes to the other one: nothing has to be said twice', async () => {
    const device = await TestDevice.make(inTurn());
    const code = linkOf(servers[1], '#enrol=').hash.replace('#enrol=', '');
    expect((await device.enrol(code)).status).toBe(200);
    expect((await device.hello()).status).toBe(200);
    for (let batch = 0; batch < 6; batch += 1) {
      const pushed = await device.push([device.seal(sampleResponse({ deviceId: device.deviceId }))]);
      expect(pushed.body.items.map(({ verdict }) => verdict)).toEqual(['stored']);
    }
  });

  it('take a nonce once, whichever of them it comes to', async () => {
    const [one = '', two = ''] = origins;
    const device = await TestDevice.make(one);
    await device.enrol(linkOf(servers[0], '#enrol=').hash.replace('#enrol=', ''));
    const { nonce, serverId } = (await device.challenge()).body;
    const signature = await device.sign(['earshot-hello-v1', serverId, device.deviceId, nonce].join('\n'));
    expect((await device.hello({ nonce, signature })).status).toBe(200);
    const twin = await device.at(two);
    expect(await twin.hello({ nonce, signature })).toMatchObject({ body: { code: 'signature_invalid' } });
  });

  it('know who is signed in at the other one, and make the first administrator with the link of either', async () => {
    const [one = '', two = ''] = origins;
    const browser = new TestConsole(two);
    const code = linkOf(servers[0], '#setup=').hash.replace('#setup=', '');
    expect((await browser.post('/api/console/setup', { code, ...ADMINISTRATOR })).status).toBe(200);
    const elsewhere = browser.at(one);
    expect((await elsewhere.get('/api/console/session')).status).toBe(200);
    expect((await elsewhere.overview()).responses).toBe(0);
    await elsewhere.post('/api/console/sign-out', {});
    expect((await browser.get('/api/console/session')).status).toBe(401);
  });

  it('give devices the same keys for sync files', async () => {
    const replies = [];
    for (const [index, origin] of origins.entries()) {
      const device = await TestDevice.make(origin);
      await device.enrol(linkOf(servers[index], '#enrol=').hash.replace('#enrol=', ''));
      replies.push((await device.hello()).body.fileKeys);
    }
    expect(replies[0]).toBeDefined();
    expect(replies[1]).toEqual(replies[0]);
  });
});
