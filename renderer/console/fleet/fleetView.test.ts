import { describe, expect, it } from 'vitest';
import type { FleetDevice } from '../../../core/protocol/index.ts';
import { NOW } from '../testing/sampleOverview.ts';
import { sampleChain, sampleFleetDevice } from '../testing/sampleFleet.ts';
import { arrivalOf } from './arrival.ts';
import { findIn, needsSomebody, sortFleet } from './fleetView.ts';
import { sizeText } from './sizeText.ts';
import { toShown } from './troubles.ts';

const troublesOf = (changes: Partial<FleetDevice>) => toShown(sampleFleetDevice(changes)).troubles;

describe('what has arrived of a sequence', () => {
  const chain = sampleChain({
    received: 8,
    lastSeq: 10,
    holes: [
      { from: 4, to: 5 },
      { from: 11, to: 13 },
    ],
  });

  it('misses what lies below the last number, not what the device still has', () => {
    expect(arrivalOf(chain, { waiting: 3, parked: 0 })).toMatchObject({
      missing: [{ from: 4, to: 5 }],
      missingCount: 2,
      pending: 3,
    });
    expect(arrivalOf(chain, { waiting: 2, parked: 1 }).pending).toBe(3);
  });

  it('misses what the device gave numbers to and does not have any more', () => {
    expect(arrivalOf(chain, { waiting: 1, parked: 0 })).toMatchObject({ missingCount: 5, pending: 0 });
  });
});

describe('what is the matter with a device', () => {
  it('is nothing where all is well', () => {
    expect(troublesOf({})).toEqual([]);
    expect(troublesOf({ health: null, chains: [], state: 'new', lastContactAt: null })).toEqual([]);
  });

  it('is told of its storage, its copy, its room and what it set aside', () => {
    const health = {
      waiting: 0,
      parked: 2,
      copyMissing: true,
      noRoom: true,
      storeLoss: { at: 5, restored: 3, lost: 1 },
    };
    expect(troublesOf({ health })).toEqual([
      { kind: 'lost', count: 1 },
      { kind: 'noRoom', count: 0 },
      { kind: 'copyMissing', count: 0 },
      { kind: 'setAside', count: 2 },
    ]);
    expect(troublesOf({ health: { storeLoss: { at: 5, restored: 3, lost: 0 } } })).toEqual([
      { kind: 'restored', count: 0 },
    ]);
  });

  it('is told of losses that nobody can count, and never that nothing is lost then', () => {
    const loss = (lost: number) => ({ storeLoss: { at: 5, restored: 3, lost, uncertain: true } });
    expect(troublesOf({ health: loss(0) })).toEqual([{ kind: 'uncertain', count: 0 }]);
    expect(troublesOf({ health: loss(2) })).toEqual([
      { kind: 'lost', count: 2 },
      { kind: 'uncertain', count: 0 },
    ]);
  });

  it('is told of what it keeps for another server, for which somebody has to go there', () => {
    const health = { setAside: 3 };
    expect(troublesOf({ health })).toEqual([{ kind: 'ofAnotherServer', count: 3 }]);
    expect(needsSomebody(toShown(sampleFleetDevice({ health })))).toBe(true);
  });

  it('is told of a storage that its browser may clear, for which nobody has to go there', () => {
    const health = { storagePersisted: false };
    expect(troublesOf({ health })).toEqual([{ kind: 'evictable', count: 0 }]);
    expect(needsSomebody(toShown(sampleFleetDevice({ health })))).toBe(false);
    expect(troublesOf({ health: {} })).toEqual([]);
  });

  it('is told of a terminal that was never started without the server, where the terminal says so', () => {
    const health = { commissioned: false };
    expect(troublesOf({ health })).toEqual([{ kind: 'notCommissioned', count: 0 }]);
    expect(needsSomebody(toShown(sampleFleetDevice({ health })))).toBe(false);
    expect(troublesOf({ health: { commissioned: true } })).toEqual([]);
  });

  it('is told of copies, broken links, holes and clocks', () => {
    const chains = [
      sampleChain(),
      sampleChain({ storeEpoch: 'e0', forked: true, broken: true, holes: [{ from: 3, to: 3 }] }),
    ];
    expect(troublesOf({ chains, clockOffset: -3_600_000 }).map(({ kind }) => kind)).toEqual([
      'missing',
      'forked',
      'broken',
      'clock',
    ]);
  });

  it('is read by the clock of the server', () => {
    const health = {
      waiting: 4,
      oldestWaitingAt: NOW - 10_000,
      storeLoss: { at: NOW, restored: 0, lost: 0 },
    };
    expect(toShown(sampleFleetDevice({ health, clockOffset: 5_000 })).health).toMatchObject({
      oldestWaitingAt: NOW - 5_000,
      storeLoss: { at: NOW + 5_000 },
    });
  });
});

describe('the list', () => {
  const named = (name: string, changes: Partial<FleetDevice> = {}) =>
    sampleFleetDevice({ deviceId: name, name, ...changes });
  const fleet = sortFleet([
    named('Terminal 10'),
    named('Terminal 9'),
    named('Revoked', { revokedAt: NOW, state: 'offline' }),
    named('New', { state: 'new' }),
    named('Late', { state: 'late' }),
    named('Offline', { state: 'offline' }),
    named('Full', { health: { noRoom: true } }),
  ]);

  it('begins with those that need somebody, and ends with those that were revoked', () => {
    expect(fleet.map(({ device }) => device.name)).toEqual([
      'Full',
      'Offline',
      'Late',
      'New',
      'Terminal 9',
      'Terminal 10',
      'Revoked',
    ]);
    expect(fleet.filter(needsSomebody).map(({ device }) => device.name)).toEqual(['Full', 'Offline', 'Late']);
  });

  it('is searched by name and touchpoint', () => {
    expect(findIn(fleet, 'term depart').map(({ device }) => device.name)).toEqual([
      'Terminal 9',
      'Terminal 10',
    ]);
    expect(findIn(fleet, 'nowhere')).toEqual([]);
  });
});

describe('sizes', () => {
  it.each([
    [0, '0 kB'],
    [1_500, '1.5 kB'],
    [12_400_000, '12 MB'],
    [999_900_000, '1 GB'],
  ])('%i bytes are %s', (bytes, text) => {
    expect(sizeText('en', bytes)).toBe(text);
  });
});
