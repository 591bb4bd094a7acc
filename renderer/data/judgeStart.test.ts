import { describe, expect, it } from 'vitest';
import { judgeStart, type Found } from './judgeStart.ts';
import { NO_SYNC_YET, type SyncProblem, type SyncStatus } from './syncStatus.ts';

const ENROLLED = 1_000;
const CONTACT = 2_000;
const START = { at: 10_000, fromDevice: true };
const NOW = 11_000;

const enrolment = {
  serverId: 'server',
  deviceId: 'device',
  deviceName: 'Till 1',
  devicePin: '1234',
  enrolledAt: ENROLLED,
  code: 'code',
};
const before: Found = {
  enrolment,
  status: { ...NO_SYNC_YET, contactAt: CONTACT },
  copy: { state: 'kept', at: CONTACT },
  loss: undefined,
  commissioned: undefined,
};
const without = (kind: SyncProblem['kind'], at = NOW): SyncStatus => ({
  ...NO_SYNC_YET,
  contactAt: CONTACT,
  problem: { kind, detail: '', at },
});
const found: Found = { ...before, status: without('unreachable') };

describe('H11 what a start proves', () => {
  it('everything was found again, and the server was not there', () => {
    expect(judgeStart(before, found, START)).toBe('ready');
    expect(judgeStart(before, { ...found, status: without('timedOut') }, START)).toBe('ready');
    const otherOne = { deviceId: 'the one before it was enrolled anew', at: 1 };
    expect(judgeStart(before, { ...found, commissioned: otherOne }, START)).toBe('ready');
  });

  it.each<[string, Partial<Found>]>([
    ['nobody has tried to reach the server', { status: before.status }],
    ['the attempt that failed is of the start before', { status: without('unreachable', START.at - 1) }],
    ['somebody else answered: there is a network', { status: without('notOurServer') }],
    ['the copy was made in this start', { copy: { state: 'young', at: NOW } }],
    ['there is no copy', { copy: { state: 'missing', at: NOW } }],
    ['nothing is known of a copy', { copy: undefined }],
  ])('not yet: %s', (_, differing) => {
    expect(judgeStart(before, { ...found, ...differing }, START)).toBe('open');
  });

  it.each<[string, Partial<Found>]>([
    ['the server answered', { status: { ...without('unreachable'), contactAt: NOW } }],
    ['it was enrolled since', { enrolment: { ...enrolment, enrolledAt: START.at + 1 } }],
    ['it is not enrolled', { enrolment: undefined }],
    ['its storage was damaged', { loss: { at: NOW, restored: 1, lost: 0, recopied: 0, seen: false } }],
    ['it was proven before', { commissioned: { deviceId: enrolment.deviceId, at: CONTACT } }],
  ])('no more: %s', (_, differing) => {
    expect(judgeStart(before, { ...found, ...differing }, START)).toBe('missed');
  });

  it('a page whose files came over the network proves nothing', () => {
    expect(judgeStart(before, found, { ...START, fromDevice: false })).toBe('missed');
  });
});
