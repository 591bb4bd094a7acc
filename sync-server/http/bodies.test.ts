import { request } from 'node:http';
import { gzipSync, brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS, PROBLEMS, type Problem } from '../../core/protocol/index.ts';
import { startTestServer, type TestDevice, type TestServer } from '../testing/index.ts';

describe('bodies', () => {
  let server: TestServer;
  let device: TestDevice;
  beforeAll(async () => {
    server = await startTestServer();
    device = await server.device();
  });
  afterAll(() => server.stop());

  const send = async (body: Uint8Array | string, headers: Readonly<Record<string, string>> = {}) => {
    const reply = await fetch(`${server.origin}/api/sync/push`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${device.token}`, ...headers },
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });
    return { status: reply.status, headers: reply.headers, body: (await reply.json()) as Problem };
  };
  const expectProblem = (reply: Awaited<ReturnType<typeof send>>, code: keyof typeof PROBLEMS) => {
    const { status, retry, title } = PROBLEMS[code];
    expect(reply.status).toBe(status);
    expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(reply.body).toMatchObject({
      protocol: 1,
      serverId: server.store.serverId,
      code,
      status,
      retry,
      title,
    });
    expect(reply.body.detail).not.toBe('');
  };

  it('F1 a body of another protocol, or of none, is refused; replies carry protocol and serverId', async () => {
    for (const protocol of [undefined, 0, 2, '1']) {
      const { deviceId } = device;
      expectProblem(await send(JSON.stringify({ protocol, deviceId })), 'bad_request');
    }
    const nonce = await device.challenge();
    expect(nonce.body).toMatchObject({ protocol: 1, serverId: server.store.serverId });
  });

  it.each([
    ['broken JSON', '{"secret":', {}],
    ['no body', '', {}],
    ['the wrong shape', '[]', {}],
    ['another type', '<secret/>', { 'content-type': 'application/xml' }],
    ['gzip that is none', '{"secret":1}', { 'content-encoding': 'gzip' }],
    ['gzip that is cut off', gzipSync('{"protocol":1}').subarray(0, 12), { 'content-encoding': 'gzip' }],
    ['another encoding', brotliCompressSync('{}'), { 'content-encoding': 'br' }],
  ])('F2 %s is a problem that repeats nothing of the body', async (_name, body, headers) => {
    const reply = await send(body, headers);
    expectProblem(reply, 'bad_request');
    expect(JSON.stringify(reply.body)).not.toContain('secret');
  });

  it('F2 an unknown path and an unknown method are problems', async () => {
    for (const [method, path] of [
      ['GET', '/api/nothing'],
      ['DELETE', '/api/sync/push'],
      ['GET', '/terminal/nothing.js'],
    ] as const) {
      const reply = await fetch(server.origin + path, { method });
      expectProblem(
        { status: reply.status, headers: reply.headers, body: (await reply.json()) as Problem },
        'not_found',
      );
    }
  });

  it('F3 more than 1 MiB as sent is refused, announced or not, before it was all read', async () => {
    const large = JSON.stringify({ secret: 'x'.repeat(LIMITS.maxBatchBytes) });
    expectProblem(await send(large), 'batch_too_large');
    expect(await sendEndlessly(server, device, 'x'.repeat(65_536))).toMatch(/"code":"batch_too_large"/);
  });

  it('F3 more than 16 MiB unpacked is refused, however small it was packed', async () => {
    const bomb = gzipSync(`{"secret":"${'x'.repeat(LIMITS.maxUnpackedBytes)}"}`);
    expect(bomb.length).toBeLessThan(LIMITS.maxBatchBytes);
    expectProblem(await send(bomb, { 'content-encoding': 'gzip' }), 'batch_too_large');
  });

  it('F3 exactly 1 MiB as sent is read', async () => {
    const frame = JSON.stringify({ pad: '' }).length;
    const body = JSON.stringify({ pad: 'x'.repeat(LIMITS.maxBatchBytes - frame) });
    expectProblem(await send(body), 'bad_request');
  });

  it('F3 JSON that nests without an end is refused before it is read', async () => {
    const nested = (levels: number): string =>
      JSON.stringify({ protocol: 1, deviceId: device.deviceId }).replace(
        /}$/,
        `,"extra":${'['.repeat(levels)}${']'.repeat(levels)}}`,
      );
    const ask = (levels: number) =>
      fetch(`${server.origin}/api/sync/challenge`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: nested(levels),
      });
    expect((await ask(150)).status).toBe(200);
    const refused = await ask(250);
    expect(refused.status).toBe(400);
    expect(((await refused.json()) as Problem).detail).toContain('nested');
    const packed = gzipSync('['.repeat(LIMITS.maxUnpackedBytes));
    expectProblem(await send(packed, { 'content-encoding': 'gzip' }), 'bad_request');
  });

  it('F4 unknown members of a request are ignored', async () => {
    const reply = await device.post('/api/sync/challenge', {
      protocol: 1,
      deviceId: device.deviceId,
      extra: { new: 1 },
    });
    expect(reply.status).toBe(200);
  });
});

/** Sends chunks for as long as the server takes them; gives what it answered. */
function sendEndlessly(server: TestServer, device: TestDevice, chunk: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${server.origin}/api/sync/push`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${device.token}` },
    });
    let open = true;
    const more = (): void => {
      while (open && outgoing.write(chunk));
      if (open) outgoing.once('drain', more);
    };
    outgoing.on('response', (incoming) => {
      open = false;
      let text = '';
      incoming.setEncoding('utf8');
      incoming.on('data', (part: string) => (text += part));
      incoming.on('end', () => {
        outgoing.destroy();
        resolve(text);
      });
    });
    outgoing.on('error', (error) => {
      if (open) reject(error);
    });
    more();
  });
}
