import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fleet } from '../../core/protocol/index.ts';
import { rebuild } from '../ingest/index.ts';
import { moveBackupHorizon } from '../store/index.ts';
import {
  NOON,
  sampleResponse,
  startTestServer,
  type TestConsole,
  type TestServer,
} from '../testing/index.ts';

describe('a fleet', () => {
  let server: TestServer;
  let browser: TestConsole;
  beforeEach(async () => {
    server = await startTestServer();
    browser = await server.console();
  });
  afterEach(() => server.stop());

  const fleet = async (): Promise<Fleet> =>
    (await (await browser.get('/api/console/devices')).json()) as Fleet;
  const revoke = (deviceId: string, revoked: boolean) =>
    browser.post(`/api/console/devices/${deviceId}/revocation`, { revoked });

  it('H7 every hello tells the horizon of the newest backup, also where that is the earlier one', async () => {
    const device = await server.device();
    expect((await device.hello()).body.backupHorizon).toBe(0);
    await server.store.write((tx) => moveBackupHorizon(tx, NOON - 1_000));
    await server.store.write((tx) => moveBackupHorizon(tx, NOON - 9_000));
    expect((await device.hello()).body.backupHorizon).toBe(NOON - 9_000);
  });

  it('H7 a horizon that is still to come is none, also later, when that moment is past', async () => {
    const device = await server.device();
    await server.store.write((tx) => moveBackupHorizon(tx, NOON + 60_000));
    expect((await device.hello()).body.backupHorizon).toBe(0);
    server.clock.advance(120_000);
    expect((await device.hello()).body.backupHorizon).toBe(0);
  });

  it('H8 a cloned device: both responses kept, the epoch marked, an order to go on under another', async () => {
    const device = await server.device();
    expect((await device.hello()).body.order).toBeUndefined();
    const item = device.seal(sampleResponse());
    const twin = device.seal(sampleResponse());
    await device.push([item]);
    const { body } = await device.push([{ ...twin, seq: item.seq }]);
    expect(body.items[0]?.verdict).toBe('stored');
    expect((await device.hello()).body.order).toBe('newStoreEpoch');
    const renewed = await device.hello({ storeEpoch: 'renewed', firstSeq: 3 });
    expect(renewed.body).toMatchObject({ highWater: 0 });
    expect(renewed.body.order).toBeUndefined();
    const chains = (await fleet()).devices[0]?.chains ?? [];
    expect(chains.map(({ forked, received }) => [forked, received]).sort()).toEqual([
      [false, 0],
      [true, 1],
    ]);
  });

  it('H8 numbers go on under a new store epoch: nothing is missing before its first', async () => {
    const device = await server.device();
    const [, , third, fourth, fifth] = [1, 2, 3, 4, 5].map(() => device.seal(sampleResponse()));
    if (third === undefined || fourth === undefined || fifth === undefined)
      throw new Error('five were sealed');
    await device.push([third, fifth]);
    expect((await device.hello()).body.highWater).toBe(0);
    expect((await device.hello({ firstSeq: 3 })).body).toMatchObject({
      highWater: 3,
      highWaterChain: third.chain,
    });
    expect((await fleet()).devices[0]?.chains[0]?.holes).toEqual([{ from: 4, to: 4 }]);
    await device.push([fourth]);
    expect((await device.hello({ firstSeq: 3 })).body.highWater).toBe(5);
    expect((await device.hello({ firstSeq: 3, lastSeq: 7 })).status).toBe(200);
    expect((await fleet()).devices[0]?.chains[0]).toMatchObject({
      received: 3,
      lastSeq: 5,
      holes: [{ from: 6, to: 7 }],
      forked: false,
      broken: false,
    });
  });

  it('B10 a number that no device can have reached is no loss of all below it, and is shown', async () => {
    const device = await server.device();
    const [first, , third, last] = [1, 2, 3, 4].map(() => device.seal(sampleResponse()));
    if (first === undefined || third === undefined || last === undefined) throw new Error('four were sealed');
    await device.push([first, third]);
    const chain = async () => (await fleet()).devices[0]?.chains[0];
    const holes = [{ from: 2, to: 2 }];
    expect(await chain()).toMatchObject({ lastSeq: 3, holes, broken: false });
    const { body } = await device.push([{ ...last, seq: Number.MAX_SAFE_INTEGER }]);
    expect(body.items[0]?.verdict).toBe('stored');
    expect(await chain()).toMatchObject({ lastSeq: 3, holes, broken: true });
  });

  it('B10 a device that goes off before its first hello under a renewed epoch misses nothing', async () => {
    const device = await server.device();
    await device.hello();
    const items = [1, 2, 3, 4, 5].map(() => device.seal(sampleResponse()));
    await device.push(items.slice(0, 2));
    await device.push(items.slice(2, 4), { storeEpoch: 'renewed', firstSeq: 3 });
    const renewed = async () =>
      (await fleet()).devices[0]?.chains.find(({ storeEpoch }) => storeEpoch === 'renewed');
    expect(await renewed()).toMatchObject({ received: 2, holes: [] });
    // What a hello said is not taken back by a device that has forgotten where a former epoch began.
    await device.push(items.slice(4), { storeEpoch: 'renewed', firstSeq: 1 });
    expect(await renewed()).toMatchObject({ received: 3, holes: [] });
  });

  it('H9 V3 what a revoked device sends is kept in quarantine, and counts when it is trusted again', async () => {
    const device = await server.device();
    expect((await revoke(device.deviceId, true)).status).toBe(200);
    expect((await device.hello()).body.deviceStatus).toBe('revoked');
    const { body } = await device.push([device.seal(sampleResponse())]);
    expect(body.items[0]).toMatchObject({
      verdict: 'quarantined',
      reason: 'device: revoked before this came',
    });
    expect((await browser.overview()).responses).toBe(0);
    expect((await browser.overview()).quarantined).toBe(1);
    expect((await fleet()).devices[0]?.revokedAt).toBe(NOON);
    await revoke(device.deviceId, false);
    expect((await device.hello()).body.deviceStatus).toBe('active');
    await device.push([device.seal(sampleResponse())]);
    expect((await browser.overview()).responses).toBe(1);
  });

  it('H9 V3 what a revoked device has sent so far counts when a person says so; a rebuild keeps to that', async () => {
    const device = await server.device();
    const accept = async (): Promise<unknown> =>
      (await browser.post(`/api/console/devices/${device.deviceId}/acceptance`, {})).json();
    const items = [device.seal(sampleResponse()), device.seal(sampleResponse())];
    await revoke(device.deviceId, true);
    await device.push(items);
    expect(await accept()).toEqual({ accepted: 2, left: 0 });
    expect(await browser.overview()).toMatchObject({ responses: 2, quarantined: 0 });
    // Its word is of what had come; and it is kept who said it.
    await device.push([device.seal(sampleResponse())]);
    await rebuild(server.store);
    expect(await browser.overview()).toMatchObject({ responses: 2, quarantined: 1 });
    const kept = await server.store.read.selectFrom('acceptance').selectAll().execute();
    expect(kept).toMatchObject([{ device_id: device.deviceId, accepted_by: 'Anna', accepted_at: NOON }]);
    expect((await browser.post('/api/console/devices/nobody/acceptance', {})).status).toBe(404);
  });

  it('revoking what does not exist is refused', async () => {
    expect((await revoke('nobody', true)).status).toBe(404);
  });

  it('D1 the survey comes only where the cursor is another', async () => {
    const device = await server.device();
    const { cursor } = (await device.hello()).body;
    expect((await device.hello({ cursor })).body.survey).toBeUndefined();
    expect((await device.hello({ cursor: 'of former times' })).body.survey).toBeDefined();
  });

  it('D2 the survey comes again where the device holds another version than its cursor says', async () => {
    const device = await server.device();
    const { cursor } = (await device.hello()).body;
    expect((await device.hello({ cursor, questionnaireVersion: '0' })).body.survey).toBeDefined();
    expect((await fleet()).devices[0]).toMatchObject({ heldVersion: '0', currentVersion: '1' });
    const { survey } = (await device.hello({ cursor, questionnaireVersion: undefined })).body;
    expect(survey).toBeUndefined();
    expect((await fleet()).devices[0]).toMatchObject({ heldVersion: null, currentVersion: '1' });
  });

  it('D5 the survey travels packed, for those who take it packed', async () => {
    const device = await server.device();
    const packed = await device.hello({ cursor: 'of former times' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.body.survey?.definition['id']).toBe('visit');
    device.accepts = 'identity';
    const plain = await device.hello({ cursor: 'of former times' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.body.survey).toEqual(packed.body.survey);
    expect(plain.headers.get('vary')).toBe('accept-encoding');
    device.accepts = 'br, gzip;q=0';
    expect((await device.hello({ cursor: 'of former times' })).headers.get('content-encoding')).toBeNull();
  });
});
