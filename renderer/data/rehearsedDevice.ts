import type { Clock } from '../../core/kernel/index.ts';
import type { DeviceStorage } from './deviceStorage.ts';
import { openDeviceStorage } from './openDeviceStorage.ts';
import type { WitnessPorts } from './witnesses/witnesses.ts';

/** A wall clock that a test sets. */
export interface SetClock extends Clock {
  wall: number;
}

const random = { bytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)) };

/** For tests in a browser: a device's storage of its own, real in everything but its clock. */
export function rehearsedDevice(
  name = `earshot-test-${crypto.randomUUID()}`,
  witnesses?: WitnessPorts,
): DeviceStorage & { readonly clock: SetClock } {
  const clock: SetClock = {
    wall: 1_800_000_000_000,
    now: () => clock.wall,
    monotonic: () => performance.now(),
  };
  const ports = { clock, random, ...(witnesses !== undefined && { witnesses }) };
  return { ...openDeviceStorage(ports, name), clock };
}
