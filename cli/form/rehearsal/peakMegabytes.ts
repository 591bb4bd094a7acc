import { readFileSync } from 'node:fs';

/**
 * The most memory that this process ever had. Linux counts it from when the program was loaded; `resourceUsage` counts the memory
 * of whoever started it, too.
 */
export function peakMegabytes(): number {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    if (kilobytes !== undefined) return Number(kilobytes) / 1024;
  } catch {
    // There is no such file elsewhere.
  }
  return process.resourceUsage().maxRSS / 1024;
}
