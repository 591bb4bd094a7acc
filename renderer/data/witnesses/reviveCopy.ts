import type { DeviceStorage } from '../deviceStorage.ts';

const PAUSE = 5_000;

/**
 * The copy failed, but a response was just kept: perhaps there is room again. Compares anew, which copies everything that waits; not
 * more often than every few seconds, and in nobody's way.
 */
export function reviveCopy({ witnesses, clock }: DeviceStorage, again: () => Promise<void>): void {
  if (witnesses === undefined || witnesses.copying) return;
  const now = clock.monotonic();
  if (now < witnesses.reviveAt) return;
  witnesses.reviveAt = now + PAUSE;
  witnesses.compared = null;
  again().catch(() => undefined);
}
