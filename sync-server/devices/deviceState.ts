import type { OverviewDevice } from '../../core/protocol/index.ts';

const MINUTE = 60_000;
const LATE = 5 * MINUTE;
const OFFLINE = 15 * MINUTE;
const SILENT = 120 * MINUTE;

interface Contact {
  readonly enrolledAt: number;
  readonly lastContactAt: number | null;
  readonly lastResponseAt: number | null;
}

/** How a device is to be shown to people. Silent is one that talks to us but that nobody talks to: covered, broken, turned away. */
export function deviceState(
  { enrolledAt, lastContactAt, lastResponseAt }: Contact,
  now: number,
): OverviewDevice['state'] {
  if (lastContactAt === null) return 'new';
  const unheard = now - lastContactAt;
  if (unheard >= OFFLINE) return 'offline';
  if (unheard >= LATE) return 'late';
  return now - (lastResponseAt ?? enrolledAt) >= SILENT ? 'silent' : 'well';
}
