import { once } from 'node:events';
import { createServer } from 'node:net';

/** Below what systems give to outgoing connections: nobody takes the port of a server while a test has it stopped. */
const [FIRST, LAST] = [20_000, 32_000];

/** A port of the loopback that was free a moment ago. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * (LAST - FIRST));
    const probe = createServer().listen(port, '127.0.0.1');
    try {
      await once(probe, 'listening');
    } catch {
      continue; // Somebody has it.
    }
    probe.close();
    await once(probe, 'close');
    return port;
  }
}
