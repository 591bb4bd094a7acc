import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createApp } from './index.ts';

describe('the log', () => {
  it('tells of a failure without body, header, query and address', async () => {
    let log = '';
    const sink = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        log += chunk.toString('utf8');
        done();
      },
    });
    const app = createApp('server', { logLevel: 'debug', trustProxy: null }, sink);
    app.post('/fails', async () => {
      throw new Error('a bug');
    });
    const reply = await app.inject({
      method: 'POST',
      url: '/fails?token=secret-query',
      headers: { authorization: 'Bearer secret-token', cookie: 'session=secret-cookie' },
      payload: { answer: 'secret-answer' },
    });
    await app.inject({
      method: 'POST',
      url: '/fails',
      payload: '{"answer":"secret-answer',
      headers: { 'content-type': 'application/json' },
    });
    await app.close();
    expect(reply.json()).toMatchObject({ code: 'internal', retry: 'later' });
    expect(reply.body).not.toContain('a bug');
    expect(log).toContain('a bug');
    expect(log).toContain('"route":"/fails"');
    expect(log).not.toContain('secret');
    expect(log).not.toContain('127.0.0.1');
  });
});
