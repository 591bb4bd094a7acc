import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, it } from 'vitest';
import { startTestServer } from '../testing/index.ts';

it('stops although a browser holds a connection that it has never used', async () => {
  const server = await startTestServer();
  const unused = connect(Number(new URL(server.origin).port), '127.0.0.1');
  await once(unused, 'connect');
  // The server takes connections in their order: it knows of the unused one when it answers this.
  await fetch(`${server.origin}/api/`);
  await server.stop();
  expect(server.server.app.server.listening).toBe(false);
  unused.destroy();
});
