import { describe, expect, it } from 'vitest';
import type { KnownServer } from '../data/syncStatus.ts';
import { wasRestored } from './wasRestored.ts';

const known: KnownServer = { serverEpoch: 'S', storeEpoch: 'D', highWater: 7, held: 9 };
const met = (change: Partial<KnownServer> = {}): boolean => wasRestored(known, { ...known, ...change });

describe('[H6] a server was put back to a backup', () => {
  it('where it names another epoch, whatever it holds', () => {
    expect(met({ serverEpoch: 'T' })).toBe(true);
    expect(met({ serverEpoch: 'T', highWater: 70, held: 90 })).toBe(true);
  });

  it('where it holds less of our store epoch than it did: below its first hole, or beyond it', () => {
    expect(met({ highWater: 6 })).toBe(true);
    expect(met({ held: 8 })).toBe(true);
  });

  it('not where it holds as much or more, or speaks of another store epoch, or was never met', () => {
    expect(met()).toBe(false);
    expect(met({ highWater: 8, held: 12 })).toBe(false);
    expect(met({ storeEpoch: 'E', highWater: 0, held: 0 })).toBe(false);
    expect(wasRestored(null, known)).toBe(false);
  });
});
