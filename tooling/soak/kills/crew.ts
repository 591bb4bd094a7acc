import { startServer, type TestServer } from '../../../e2e/server.ts';

/** Servers on one store, some of which serve while the others stand by. */
export class Crew {
  /** Of those that serve; changes in place. */
  readonly ports: number[];
  readonly #env: Readonly<Record<string, string>>;
  readonly #all = new Set<TestServer>();
  readonly #serving: TestServer[] = [];
  readonly #standing: TestServer[] = [];
  readonly #starting = new Set<Promise<void>>();
  readonly #startSeconds: number[] = [];

  private constructor(env: Readonly<Record<string, string>>) {
    this.#env = env;
    this.ports = [];
  }

  static async start(
    serving: number,
    standing: number,
    env: Readonly<Record<string, string>>,
  ): Promise<Crew> {
    const crew = new Crew(env);
    // The first one makes the tables.
    await crew.#enlist();
    await Promise.all(Array.from({ length: serving + standing - 1 }, () => crew.#enlist()));
    for (const server of crew.#standing.splice(0, serving)) {
      crew.#serving.push(server);
      crew.ports.push(server.port);
    }
    return crew;
  }

  /** Kills one that serves and gives its place to one that stands by, when there is one. The killed one is started again meanwhile. */
  async replace(place: number): Promise<void> {
    const killed = this.#serving[place];
    if (killed === undefined) throw new Error('nobody serves there');
    await killed.kill();
    const again = this.#startAgain(killed).finally(() => this.#starting.delete(again));
    this.#starting.add(again);
    while (this.#standing.length === 0) await Promise.race(this.#starting);
    const next = this.#standing.shift();
    if (next === undefined) throw new Error('nobody stands by');
    this.#serving[place] = next;
    this.ports[place] = next.port;
  }

  /** How long those that were killed took until they answered again, the middle of all. */
  recovery(): string {
    const sorted = this.#startSeconds.toSorted((one, other) => one - other);
    const middle = sorted[Math.floor(sorted.length / 2)]?.toFixed(1);
    return middle === undefined
      ? 'none was up again by then'
      : `killed servers were up again after ${middle} s (median)`;
  }

  async remove(): Promise<void> {
    await Promise.allSettled([...this.#all].map((server) => server.remove()));
    await Promise.allSettled(this.#starting);
  }

  async #enlist(): Promise<void> {
    const server = await startServer({ env: this.#env });
    this.#all.add(server);
    this.#standing.push(server);
  }

  async #startAgain(server: TestServer): Promise<void> {
    const began = performance.now();
    await server.start();
    this.#startSeconds.push((performance.now() - began) / 1_000);
    this.#standing.push(server);
  }
}
