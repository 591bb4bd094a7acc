import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemRandom } from '../systemPorts.ts';
import { RehearsedClock, openTestStore } from '../testing/index.ts';
import type { Store } from '../store/index.ts';
import { SharedKeys, SignedSecrets } from './index.ts';

const DAY = 24 * 3_600_000;

describe('a secret that a server signed', () => {
  let folder: string;
  let store: Store;
  let clock: RehearsedClock;
  let keys: SharedKeys;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'earshot-'));
    clock = new RehearsedClock(1_800_000_000_000);
    store = await openTestStore(folder, clock);
    keys = await SharedKeys.open(store, clock, systemRandom);
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const kind = (purpose = 'token', storeEpoch = 'first') =>
    new SignedSecrets(keys, { clock, random: systemRandom }, { purpose, storeEpoch, seconds: 60 });

  it('says whose it is, until its time is over', async () => {
    const text = await kind().issue('device-ж');
    expect(await kind().read(text)).toEqual({ owner: 'device-ж', until: clock.now() + 60_000 });
    clock.advance(59_999);
    expect(await kind().read(text)).not.toBeNull();
    clock.advance(1);
    expect(await kind().read(text)).toBeNull();
    expect(text).toMatch(/^[\w-]{60,200}$/);
  });

  it('is another one each time', async () => {
    expect(await kind().issue('a')).not.toBe(await kind().issue('a'));
  });

  it('is worth nothing for another purpose, in another epoch of the store, or changed in any place', async () => {
    const text = await kind().issue('device');
    expect(await kind('nonce').read(text)).toBeNull();
    expect(await kind('token', 'second').read(text)).toBeNull();
    const bytes = Buffer.from(text, 'base64url');
    for (let place = 0; place < bytes.length; place += 1) {
      const forged = Buffer.from(bytes);
      forged[place] = (forged[place] ?? 0) ^ 1;
      expect(await kind().read(forged.toString('base64url'))).toBeNull();
    }
    for (const none of ['', 'x', text.slice(0, 40), `${text}AA`]) expect(await kind().read(none)).toBeNull();
  });

  it('outlives a change of keys, which comes daily and forgets the one before the last', async () => {
    const long = new SignedSecrets(
      keys,
      { clock, random: systemRandom },
      { purpose: 'token', storeEpoch: 'first', seconds: (10 * DAY) / 1000 },
    );
    const text = await long.issue('device');
    await keys.renew();
    expect(keys.all()).toHaveLength(1);
    clock.advance(DAY);
    await keys.renew();
    expect(keys.all()).toHaveLength(2);
    expect(await long.read(text)).toMatchObject({ owner: 'device' });
    clock.advance(DAY + 1);
    await keys.renew();
    expect(keys.all()).toHaveLength(2);
    expect(await long.read(text)).toBeNull();
  });
});
