import type { Fleet, FleetDevice } from '../../../core/protocol/index.ts';
import { NOW } from './sampleOverview.ts';

const MINUTE = 60_000;

export const sampleChain = (
  changes: Partial<FleetDevice['chains'][number]> = {},
): FleetDevice['chains'][number] => ({
  storeEpoch: 'e1',
  firstSeenAt: NOW - 3 * 86_400_000,
  received: 120,
  lastSeq: 120,
  holes: [],
  forked: false,
  broken: false,
  ...changes,
});

export const sampleFleetDevice = (changes: Partial<FleetDevice> = {}): FleetDevice => ({
  deviceId: 'd1',
  name: 'Gate A',
  pin: '482915',
  touchpointId: 't1',
  touchpointName: 'Departures',
  state: 'well',
  enrolledAt: NOW - 3 * 86_400_000,
  revokedAt: null,
  lastContactAt: NOW - MINUTE,
  lastResponseAt: NOW - 5 * MINUTE,
  clockOffset: 400,
  heldVersion: '1',
  currentVersion: '1',
  health: { waiting: 0, parked: 0, appVersion: '0.1.0', storagePersisted: true },
  chains: [sampleChain()],
  ...changes,
});

export const sampleFleet = (devices: readonly FleetDevice[] = [sampleFleetDevice()]): Fleet => ({
  now: NOW,
  devices: [...devices],
});
