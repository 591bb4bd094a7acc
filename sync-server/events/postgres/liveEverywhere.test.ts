import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  ADMINISTRATOR,
  TestConsole,
  sampleResponse,
  startTwoServers,
  type TwoServers,
} from '../../testing/index.ts';

const HEARD = 'event: responses\ndata: {"touchpointId":"sample"}';
const PATIENCE = { timeout: 30_000 };

/** A stream of events, read as it comes. */
async function openStream(browser: TestConsole) {
  const reply = await browser.get('/api/console/events');
  if (reply.body === null) throw new Error('no stream');
  const reader = reply.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  const ended = (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      text += decoder.decode(value, { stream: true });
    }
  })();
  return { text: () => text, ended };
}

describe('a console at one server of two', () => {
  let servers: TwoServers;
  let browser: TestConsole;
  beforeEach(async () => {
    servers = await startTwoServers();
    browser = new TestConsole(servers.origins[1]);
    await browser.post('/api/console/setup', { code: servers.codeOf(1, 'setup'), ...ADMINISTRATOR });
  });
  afterEach(() => servers.stop());

  /** How servers hear of each other: all connections that listen are ended. */
  const cutLines = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: servers.databaseUrl });
    await client.connect();
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where application_name = 'earshot listening' and datname = current_database()`,
    );
    await client.end();
  };

  it('hears of what came to the other one, also after their line was cut: it reads anew what it may have missed', async () => {
    const device = await servers.device();
    const sayUntilHeard = (text: () => string) =>
      vi.waitFor(async () => {
        const pushed = await device.push([device.seal(sampleResponse({ deviceId: device.deviceId }))]);
        expect(pushed.status).toBe(200);
        expect(text()).toContain(HEARD);
      }, PATIENCE);
    const first = await openStream(browser);
    await sayUntilHeard(first.text);

    await cutLines();
    await first.ended;
    const second = await openStream(browser);
    await sayUntilHeard(second.text);
  });
});
