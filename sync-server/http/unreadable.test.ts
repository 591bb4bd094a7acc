import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { startTestServer } from '../testing/index.ts';

it('F2 what is not even HTTP is answered with a problem', async () => {
  const server = await startTestServer();
  const { hostname, port } = new URL(server.origin);
  const answer = await new Promise<string>((resolve, reject) => {
    let text = '';
    const socket = connect(Number(port), hostname, () => socket.write('secret nonsense\r\n\r\n'));
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => (text += part));
    socket.on('end', () => {
      resolve(text);
    });
    socket.on('error', reject);
  });
  expect(answer).toMatch(/^HTTP\/1\.1 400 .*application\/problem\+json.*"code":"bad_request"/s);
  expect(answer).not.toContain('secret');
  await server.stop();
});
