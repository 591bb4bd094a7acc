import type { drawn } from '../drawn.ts';
import type { TestServer } from '../server.ts';

/** A server that is killed and started again while people answer, every so many of them. */
export function comingAndGoing(server: TestServer, draw: ReturnType<typeof drawn>) {
  const soon = (): number => 8 + draw(30);
  let isUp = true;
  let starting: Promise<void> = Promise.resolve();
  let next = soon();
  let kills = 0;
  const up = async (): Promise<void> => {
    if (!isUp) starting = server.start();
    isUp = true;
    await starting;
  };
  return {
    kills: () => kills,
    /** `people`: so many were there so far. */
    after: async (people: number): Promise<void> => {
      if (people < next) return;
      next = people + soon();
      if (isUp) {
        await starting;
        await server.kill();
        kills += 1;
      } else {
        starting = server.start();
      }
      isUp = !isUp;
    },
    up,
  };
}
