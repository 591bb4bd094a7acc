import { csat } from '../../../core/metrics/index.ts';
import type { Overview, OverviewDevice } from '../../../core/protocol/index.ts';

const HOUR = 3_600_000;
/** Saturday 21 November 2026, 14:32 in Riga. */
export const NOW = Date.UTC(2026, 10, 21, 12, 32);
const MIDNIGHT = Date.UTC(2026, 10, 20, 22);

const hour = (clock: number, distribution: number[]): Overview['hours'][number] => ({
  from: MIDNIGHT + clock * HOUR,
  hour: clock,
  responses: distribution.reduce((sum, count) => sum + count, 0),
  distribution,
  csat: { ...csat(distribution) },
});

export const sampleDevice = (changes: Partial<OverviewDevice> = {}): OverviewDevice => ({
  deviceId: 'd1',
  name: 'Gate A',
  state: 'well',
  waiting: 0,
  parked: 0,
  lastContactAt: NOW - 20_000,
  lastResponseAt: NOW - 30_000,
  highWater: 10,
  pin: '482915',
  appVersion: '0.1.0',
  ...changes,
});

/** A day with 100 answers, 82 of them good: the golden value of CSAT. */
export const sampleOverview = (changes: Partial<Overview> = {}): Overview => {
  const hours = [hour(9, [2, 3, 5, 30, 20]), hour(11, [1, 2, 4, 18, 10]), hour(13, [0, 1, 0, 2, 2])];
  const distribution = [3, 6, 9, 50, 32];
  return {
    touchpoint: { touchpointId: 't1', name: 'Departures', timezone: 'Europe/Riga' },
    date: '2026-11-21',
    now: NOW,
    rated: true,
    question: { en: 'How was your visit today?', de: 'Wie war Ihr Besuch heute?' },
    responses: 103,
    flagged: [],
    quarantined: 0,
    csat: { ...csat(distribution) },
    distribution,
    hours,
    comments: [
      { responseId: 'r1', text: 'Ļoti labi!', face: 5, language: 'lv', at: NOW - 4 * 60_000, flag: '' },
      { responseId: 'r2', text: 'Too slow', face: 2, language: 'en', at: NOW - 26 * HOUR, flag: '' },
    ],
    heldBack: [],
    devices: [sampleDevice()],
    ...changes,
  };
};

export const emptyOverview = (): Overview =>
  sampleOverview({
    responses: 0,
    csat: { value: null, low: null, high: null, n: 0 },
    distribution: [0, 0, 0, 0, 0],
    hours: [hour(9, [0, 0, 0, 0, 0])],
    comments: [],
  });
