import type { Response } from '../../core/response/index.ts';
import { makeUuidV7, type Clock } from '../../core/kernel/index.ts';
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

export const aResponse = (face = '4', more: Partial<Response> = {}): Response => ({
  schema: 1,
  responseId: makeUuidV7(1_800_000_000_000, random),
  rev: 1,
  surveyId: 'survey',
  questionnaireId: 'questionnaire',
  questionnaireVersion: '1',
  touchpointId: 'touchpoint',
  deviceId: 'device',
  channel: 'terminal',
  language: 'lv',
  startedAt: 1_799_999_990_000,
  finishedAt: 1_800_000_000_000,
  timezone: 'Europe/Riga',
  endedBy: 'finished',
  answers: { '/data/face': face },
  paradata: [],
  ...more,
});
