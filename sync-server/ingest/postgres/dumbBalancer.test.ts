import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { helloStatement } from '../../../core/protocol/index.ts';
import {
  ADMINISTRATOR,
  TestConsole,
  sampleResponse,
  startTwoServers,
  untilTaken,
  type TwoServers,
} from '../../testing/index.ts';

describe('two servers of one store behind a balancer that knows nothing', () => {
  let servers: TwoServers;
  beforeEach(async () => {
    servers = await startTwoServers();
  });
  afterEach(() => servers.stop());

  /** Each request to the other server than the one before. */
  const inTurn = (): (() => string) => {
    let asked = 0;
    return () => servers.origins[asked++ % 2 === 0 ? 0 : 1];
  };

  it('serve a device whose every request goes to the other one: nothing has to be said twice', async () => {
    const device = await servers.device(inTurn());
    for (let batch = 0; batch < 6; batch += 1) {
      const item = device.seal(sampleResponse({ deviceId: device.deviceId }));
      const pushed = await untilTaken(() => device.push([item]));
      expect(pushed.body.items.map(({ verdict }) => verdict)).toEqual(['stored']);
    }
  });

  it('take a nonce once, whichever of them it comes to', async () => {
    const device = await servers.device();
    const { nonce, serverId } = (await untilTaken(() => device.challenge())).body;
    const signature = await device.sign(helloStatement(serverId, device.deviceId, nonce));
    expect((await untilTaken(() => device.hello({ nonce, signature }))).status).toBe(200);
    const twin = await device.at(servers.origins[1]);
    expect(await untilTaken(() => twin.hello({ nonce, signature }))).toMatchObject({
      body: { code: 'signature_invalid' },
    });
  });

  it('know who is signed in at the other one, and make the first administrator with the link of either', async () => {
    const browser = new TestConsole(servers.origins[1]);
    const code = servers.codeOf(0, 'setup');
    expect((await browser.post('/api/console/setup', { code, ...ADMINISTRATOR })).status).toBe(200);
    const elsewhere = browser.at(servers.origins[0]);
    expect((await elsewhere.get('/api/console/session')).status).toBe(200);
    expect((await elsewhere.overview()).responses).toBe(0);
    await elsewhere.post('/api/console/sign-out', {});
    expect((await browser.get('/api/console/session')).status).toBe(401);
  });

  it('give devices the same keys for sync files', async () => {
    const device = await servers.device();
    const here = (await untilTaken(() => device.hello())).body.fileKeys;
    const twin = await device.at(servers.origins[1]);
    const there = (await untilTaken(() => twin.hello())).body.fileKeys;
    expect(here).toBeDefined();
    expect(there).toEqual(here);
  });
});
