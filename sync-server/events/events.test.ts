import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleResponse, startTestServer, type TestConsole, type TestServer } from '../testing/index.ts';

/** Reads a stream until its text so far satisfies the condition, or it ends. */
async function readUntil(reader: ReadableStreamDefaultReader<Uint8Array>, enough: (text: string) => boolean) {
  let text = '';
  const decoder = new TextDecoder();
  while (!enough(text)) {
    const { done, value } = await reader.read();
    if (done) return { text, ended: true };
    text += decoder.decode(value, { stream: true });
  }
  return { text, ended: false };
}

describe('events', () => {
  let server: TestServer;
  let browser: TestConsole;
  beforeEach(async () => {
    server = await startTestServer();
    browser = await server.console();
  });
  afterEach(() => server.stop());
  const listen = async () => {
    const reply = await browser.get('/api/console/events');
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toMatch(/^text\/event-stream/);
    if (reply.body === null) throw new Error('no stream');
    const reader = reply.body.getReader();
    await readUntil(reader, (text) => text.includes('\n\n'));
    return reader;
  };

  it('tells of hellos and of responses after their commit, not of duplicates', async () => {
    const reader = await listen();
    const device = await server.device();
    const hello = await readUntil(reader, (text) => text.includes('\n\n'));
    expect(hello.text).toBe('event: devices\ndata: {"touchpointId":"sample"}\n\n');
    const items = [device.seal(sampleResponse())];
    await device.push(items);
    const pushed = await readUntil(reader, (text) => text.includes('event: responses\n'));
    expect(pushed.text).toContain('data: {"touchpointId":"sample"}\n\n');
    expect((await browser.overview()).responses).toBe(1);
    const late = await listen();
    await device.push(items);
    await device.hello();
    const onlyHello = await readUntil(late, (text) => text.includes('event: devices\n'));
    expect(onlyHello.text).toBe('event: devices\ndata: {"touchpointId":"sample"}\n\n');
  });

  it('tells of many batches in few events, and of the last one for certain', async () => {
    const reader = await listen();
    const device = await server.device();
    for (let batch = 0; batch < 20; batch += 1) await device.push([device.seal(sampleResponse())]);
    const first = await readUntil(reader, (text) => text.includes('event: responses'));
    const second = await readUntil(reader, (text) => text.includes('event: responses'));
    const events = (first.text + second.text).split('event: responses').length - 1;
    expect(events).toBeLessThan(20);
    expect((await browser.overview()).responses).toBe(20);
  });

  it('ends with the session', async () => {
    const reader = await listen();
    await browser.post('/api/console/sign-out', {});
    expect((await readUntil(reader, () => false)).ended).toBe(true);
  });
});
