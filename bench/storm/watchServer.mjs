/**
 * Imported into the server's process: notes, when it ends, how late its event loop was and how much memory it had at the most. SIGUSR2
 * says that what is to be measured begins: how late a start makes it is not told.
 */
import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/** Node counts the interval of its own timer in: an idle loop shows 10 ms. */
const INTERVAL = 10;
const delay = monitorEventLoopDelay({ resolution: INTERVAL });
delay.enable();
// Threads of its own are started with the same options.
if (isMainThread) {
  process.on('SIGUSR2', () => delay.reset());
  process.once('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const seen = {
      maxMegabytes: maxRSS / 1024,
      cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
      delayP99: delay.percentile(99) / 1e6 - INTERVAL,
      delayMax: delay.max / 1e6 - INTERVAL,
    };
    writeFileSync(process.env['EARSHOT_WATCHED'] ?? '', JSON.stringify(seen));
  });
}
