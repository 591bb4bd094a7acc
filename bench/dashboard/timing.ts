import { quantile } from '../quantile.ts';

interface Times {
  readonly wall: number[];
  readonly cpu: number[];
}

/** Wall time and processor time (all threads of this process) of the same work, done several times. */
export class Timing {
  readonly #times: Times = { wall: [], cpu: [] };

  async of<T>(work: () => T | Promise<T>): Promise<T> {
    const before = process.cpuUsage();
    const start = performance.now();
    const done = await work();
    this.#times.wall.push(performance.now() - start);
    const { user, system } = process.cpuUsage(before);
    this.#times.cpu.push((user + system) / 1_000);
    return done;
  }

  get middle(): number {
    return quantile(this.#times.wall, 0.5);
  }

  toString(): string {
    const milliseconds = (value: number): string => value.toFixed(1).padStart(9);
    const { wall, cpu } = this.#times;
    return `${milliseconds(this.middle)} ms (p90 ${milliseconds(quantile(wall, 0.9))})  ${milliseconds(quantile(cpu, 0.5))} ms of processor`;
  }
}
