import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '../core/kernel/index.ts';
import { readConfiguration, type Configuration } from './configuration.ts';
import { startServer, type RunningServer } from './startServer.ts';
import { ADMINISTRATOR, TestConsole, TestDevice, sampleResponse } from './testing/index.ts';

const errorOf = (result: Result<unknown, string>): string => (result.ok ? '' : result.error);

describe('starting', () => {
  let folder: string;
  const running: RunningServer[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'earshot-'));
  });
  afterEach(async () => {
    for (const server of running.splice(0)) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const start = async (changes: Partial<Configuration> = {}) => {
    const configuration = {
      host: '127.0.0.1',
      port: 0,
      dataFolder: folder,
      databaseUrl: null,
      contents: null,
      logLevel: 'silent',
      trustProxy: null,
      rebuild: false,
      restored: false,
    };
    const started = await startServer({ ...configuration, ...changes }, folder, '0.0.0');
    if (started.ok) running.push(started.value);
    return started;
  };
  const mustStart = async (): Promise<RunningServer> => {
    const started = await start();
    if (!started.ok) throw new Error(started.error);
    return started.value;
  };
  const link = (server: RunningServer, part: string) =>
    server.links.find(({ link: one }) => one.includes(part))?.link;

  it('makes keys anew that a power cut left empty, and names one that was damaged', async () => {
    await mustStart();
    await running.pop()?.stop();
    const keys = join(folder, 'keys');
    const paths = readdirSync(keys).map((name) => join(keys, name));
    expect(paths).toHaveLength(4);
    for (const path of paths) writeFileSync(path, '\0\0');
    await mustStart();
    await running.pop()?.stop();
    for (const path of paths) expect(readFileSync(path, 'utf8').length).toBeGreaterThan(50);
    for (const path of paths.filter((one) => !one.includes('recovery-recipient'))) {
      const whole = readFileSync(path, 'utf8');
      writeFileSync(path, 'something else');
      expect(errorOf(await start())).toBe(
        `${path} holds no key any more. Put the file back from a copy, or move it away to have a new key made.`,
      );
      writeFileSync(path, whole);
    }
  });

  it('prints links for the first administrator, the sample terminal and the console; the codes in them work', async () => {
    const server = await mustStart();
    const setup = new URL(link(server, '/console/#setup=') ?? '');
    const enrol = new URL(link(server, '/terminal/#enrol=') ?? '');
    expect(link(server, '/console/')).toBeDefined();
    const device = await TestDevice.make(enrol.origin);
    expect((await device.enrol(enrol.hash.replace('#enrol=', ''))).status).toBe(200);
    const browser = new TestConsole(setup.origin);
    const code = setup.hash.replace('#setup=', '');
    expect((await browser.post('/api/console/setup', { code, ...ADMINISTRATOR })).status).toBe(200);
  });

  it('prints no set-up link when there is an administrator, and a fresh enrolment link each time', async () => {
    const first = await mustStart();
    const setup = new URL(link(first, '#setup=') ?? '');
    const browser = new TestConsole(setup.origin);
    await browser.post('/api/console/setup', { code: setup.hash.replace('#setup=', ''), ...ADMINISTRATOR });
    await first.stop();
    running.length = 0;
    const second = await mustStart();
    expect(link(second, '#setup=')).toBeUndefined();
    expect(link(second, '#enrol=')).not.toBe(link(first, '#enrol='));
  });

  it('keeps everything from start to start', async () => {
    const first = await mustStart();
    const enrol = new URL(link(first, '#enrol=') ?? '');
    const device = await TestDevice.make(enrol.origin);
    const { body } = await device.enrol(enrol.hash.replace('#enrol=', ''));
    await device.hello();
    const item = device.seal(sampleResponse());
    expect((await device.push([item])).body.items[0]?.verdict).toBe('stored');
    await first.stop();
    running.length = 0;
    const again = await start({ port: Number(enrol.port), rebuild: true });
    expect(again.ok).toBe(true);
    await fetch(enrol.origin).catch(() => null); // Clears the connection to the first server out of fetch's pool.
    expect((await device.push([item])).body).toMatchObject({ code: 'token_invalid' });
    expect((await device.hello()).body).toMatchObject({ serverId: body.serverId, highWater: 1 });
    expect((await device.push([item])).body.items[0]?.verdict).toBe('duplicate');
  });

  it('says in one line that the port is in use, and lets go of the folder', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    expect(await start({ port })).toEqual({
      ok: false,
      error: `Port ${String(port)} on 127.0.0.1 is in use. Stop the other program, or choose another port with --port.`,
    });
    other.close();
    expect((await start()).ok).toBe(true);
  });

  it('says in one line that another server has the folder, or that the address is not ours', async () => {
    await mustStart();
    expect(errorOf(await start())).toContain('--data');
    const elsewhere = await start({ dataFolder: join(folder, 'other'), host: '192.0.2.1' });
    expect(errorOf(elsewhere)).toContain('--host');
  });

  it('stops while a console is listening to events', async () => {
    const server = await mustStart();
    const setup = new URL(link(server, '#setup=') ?? '');
    const browser = new TestConsole(setup.origin);
    await browser.post('/api/console/setup', { code: setup.hash.replace('#setup=', ''), ...ADMINISTRATOR });
    const events = await browser.get('/api/console/events');
    await server.stop();
    running.length = 0;
    expect(await events.text()).toContain('welcome');
  });
});

describe('configuration', () => {
  const read = (args: string[], environment: Record<string, string> = {}) =>
    readConfiguration(args, environment);

  it('has defaults that work', () => {
    expect(read([])).toEqual({
      ok: true,
      value: {
        host: '127.0.0.1',
        port: 4400,
        dataFolder: join(process.cwd(), 'data'),
        databaseUrl: null,
        contents: null,
        logLevel: 'warn',
        trustProxy: null,
        rebuild: false,
        restored: false,
      },
    });
  });

  it('takes the environment, and flags before it', () => {
    const environment = {
      EARSHOT_PORT: '1',
      EARSHOT_HOST: '::',
      EARSHOT_DATA: '/srv/a',
      EARSHOT_LOG: 'info',
      EARSHOT_TRUST_PROXY: 'loopback',
    };
    expect(read([], environment)).toMatchObject({
      value: { host: '::', port: 1, dataFolder: '/srv/a', logLevel: 'info', trustProxy: 'loopback' },
    });
    const flags = [
      '--port=2',
      '--host',
      '0.0.0.0',
      '--data',
      '/srv/b',
      '--log',
      'error',
      '--rebuild',
      '--trust-proxy',
      '10.1.0.0/16,::1',
    ];
    expect(read(flags, environment)).toMatchObject({
      value: {
        host: '0.0.0.0',
        port: 2,
        dataFolder: '/srv/b',
        logLevel: 'error',
        rebuild: true,
        trustProxy: '10.1.0.0/16,::1',
      },
    });
    expect(read(['--help'])).toEqual({ ok: true, value: 'help' });
  });

  it('takes the address of a PostgreSQL database, and repeats no other one, as it may hold a password', () => {
    const url = 'postgres://earshot:hush@localhost/earshot';
    expect(read([], { DATABASE_URL: url })).toMatchObject({ value: { databaseUrl: url } });
    for (const wrong of ['mysql://root:hush@localhost/x', 'localhost/hush', 'postgres://:hush@:x/'])
      expect(errorOf(read([], { DATABASE_URL: wrong }))).toMatch(/^DATABASE_URL is not (?!.*hush)[^\n]+$/);
  });

  it.each([
    [['--port', 'x']],
    [['--port', '65536']],
    [['--prot', '1']],
    [['stray']],
    [['--log', 'loud']],
    [['--trust-proxy', 'everybody']],
    [['--trust-proxy', '10.0.0.0/99']],
    [['--trust-proxy', '']],
    [['--data', '']],
  ])('refuses %j in one line that says what to do', (args) => {
    expect(errorOf(read(args))).toMatch(/^[^\n]+--(port|log|trust-proxy|data)[^\n]+$/);
  });
});
