import { peakMegabytes } from '../../cli/form/rehearsal/peakMegabytes.ts';

/** What one reading took, as the process that did it prints it. */
export interface Reading {
  readonly questions: number;
  readonly milliseconds: number;
  /** CPU of all threads. */
  readonly cpuMilliseconds: number;
  /** The most memory that the whole process ever had. */
  readonly peakMegabytes: number;
}

export async function report(work: () => number | Promise<number>): Promise<void> {
  const cpu = process.cpuUsage();
  const begin = performance.now();
  const questions = await work();
  const milliseconds = performance.now() - begin;
  const { user, system } = process.cpuUsage(cpu);
  const reading: Reading = {
    questions,
    milliseconds,
    cpuMilliseconds: (user + system) / 1000,
    peakMegabytes: peakMegabytes(),
  };
  process.stdout.write(JSON.stringify(reading));
}
