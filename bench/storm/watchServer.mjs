/** Imported into the server's process: notes, when it ends, how late its event loop was and how much memory it had at the most. */
import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

const delay = monitorEventLoopDelay({ resolution: 10 });
delay.enable();
// Threads of its own are started with the same options.
if (isMainThread)
  process.once('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    const seen = {
      maxMegabytes: maxRSS / 1024,
      cpuSeconds: (userCPUTime + systemCPUTime) / 1e6,
      delayP99: delay.percentile(99) / 1e6,
      delayMax: delay.max / 1e6,
    };
    writeFileSync(process.env['EARSHOT_WATCHED'] ?? '', JSON.stringify(seen));
  });
