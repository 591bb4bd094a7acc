import type { Clock } from '../../core/kernel/index.ts';
import { openDeviceStorage, type DeviceStorage } from './deviceStorage.ts';

/** A wall clock that a test sets. */
export interface SetClock extends Clock {
  wall: number;
}

const random = { bytes: (count: number) => crypto.getRandomValues(new Uint8Array(count)) };

/** For tests in a browser: a device's storage of its own, real in everything but its clock. */
export function rehearsedDevice(name = `earshot-test-${crypto.randomUUID()}`): DeviceStorage & {
  readonly clock: SetClock;
} {
  const clock: SetClock = {
    wall: 1_800_000_000_000,
    now: () => clock.wall,
    monotonic: () => performance.now(),
  };
  return { ...openDeviceStorage({ clock, random }, name), clock };
}
