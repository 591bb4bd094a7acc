import { readFileSync } from 'node:fs';

const EVERY = 50;

export interface Watched {
  /** Megabytes in memory before the work, and the most of any of the processes while it went on. */
  readonly before: number;
  readonly peak: number;
}

/** Reads what the processes have in memory while some work goes on (RSS, of Linux alone). */
export async function memoryOf<T>(
  processes: () => Promise<readonly number[]>,
  work: () => Promise<T>,
): Promise<{ readonly done: T; readonly memory: Watched }> {
  const most = async (): Promise<number> => Math.max(0, ...(await processes()).map(megabytesOf));
  const before = await most();
  let peak = before;
  let ended = false;
  const isEnded = (): boolean => ended;
  const watching = (async () => {
    while (!isEnded()) {
      peak = Math.max(peak, await most());
      await new Promise((resolve) => setTimeout(resolve, EVERY));
    }
  })();
  try {
    return { done: await work(), memory: { before, peak: Math.max(peak, await most()) } };
  } finally {
    ended = true;
    await watching;
  }
}

function megabytesOf(pid: number): number {
  try {
    const [, kilobytes = '0'] =
      /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8')) ?? [];
    return Number(kilobytes) / 1_024;
  } catch {
    // It has ended meanwhile.
    return 0;
  }
}
