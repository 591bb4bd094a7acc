import { once } from 'node:events';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { Lobby } from './lobby.ts';

const round = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a lobby', () => {
  it('B8 takes everybody in who knocks before anybody is worked for', async () => {
    const lobby = new Lobby(() => 0);
    let inside = 0;
    const insideAtWork: number[] = [];
    const server = createServer((_request, response) => {
      lobby.enter(() => {
        insideAtWork.push(inside);
        response.end();
      });
    });
    server.on('connection', () => {
      inside += 1;
      lobby.knock();
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const ends = Array.from({ length: 50 }, () =>
      once(get({ host: '127.0.0.1', port, agent: false }), 'response'),
    );
    await Promise.all(ends);
    server.closeAllConnections();
    server.close();
    expect(insideAtWork[0]).toBe(50);
  });

  it('lets through at once where nobody knocks, and in their order those who have waited', async () => {
    const lobby = new Lobby(() => 0);
    const worked: string[] = [];
    const enter = (name: string): void => {
      lobby.enter(() => worked.push(name));
    };
    enter('a');
    expect(worked).toEqual(['a']);
    lobby.knock();
    enter('b');
    enter('c');
    expect(worked).toEqual(['a']);
    await round();
    await round();
    expect(worked).toEqual(['a', 'b', 'c']);
  });

  it('B8 lets nobody wait long, however many knock', async () => {
    let now = 0;
    const lobby = new Lobby(() => now);
    let worked = 0;
    lobby.knock();
    lobby.enter(() => (worked += 1));
    while (worked === 0 && now < 1_000) {
      now += 10;
      lobby.knock();
      await round();
    }
    expect(now).toBeGreaterThanOrEqual(100);
    expect(now).toBeLessThan(200);
  });
});
