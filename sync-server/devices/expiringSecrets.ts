import type { Clock, RandomSource } from '../../core/kernel/index.ts';
import { hashSecret, newSecret } from '../secrets/index.ts';

const MOST = 100_000;

/**
 * Secrets that live for a while in this process only, each belonging to a device. After a restart they are unknown, and the device
 * says hello again. Kept as hashes, so that looking one up tells nothing by its duration.
 */
export class ExpiringSecrets {
  readonly #clock: Clock;
  readonly #random: RandomSource;
  readonly #lifeMilliseconds: number;
  /** In the order of expiry, as all live equally long. */
  readonly #held = new Map<string, { deviceId: string; until: number }>();

  constructor(clock: Clock, random: RandomSource, lifeSeconds: number) {
    this.#clock = clock;
    this.#random = random;
    this.#lifeMilliseconds = lifeSeconds * 1000;
  }

  issue(deviceId: string): string {
    this.#forgetOld();
    const secret = newSecret(this.#random, 32);
    this.#held.set(hashSecret(secret), { deviceId, until: this.#clock.monotonic() + this.#lifeMilliseconds });
    return secret;
  }

  /** The device that the secret belongs to, or null. */
  deviceOf(secret: string): string | null {
    const held = this.#held.get(hashSecret(secret));
    return held !== undefined && held.until > this.#clock.monotonic() ? held.deviceId : null;
  }

  /** As `deviceOf`, and the secret is good no longer. */
  take(secret: string): string | null {
    const deviceId = this.deviceOf(secret);
    this.#held.delete(hashSecret(secret));
    return deviceId;
  }

  #forgetOld(): void {
    const now = this.#clock.monotonic();
    for (const [hash, { until }] of this.#held) {
      if (until > now && this.#held.size < MOST) return;
      this.#held.delete(hash);
    }
  }
}
