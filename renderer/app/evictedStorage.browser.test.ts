import { expect, it } from 'vitest';
import { aResponse } from '../data/aResponse.ts';
import { readDeviceStatus } from '../data/readDeviceStatus.ts';
import { recordResponse } from '../data/recordResponse.ts';
import { settleBatch } from '../data/settleBatch.ts';
import { compareWitnesses } from '../data/witnesses/compareWitnesses.ts';
import { newDevice, startLife, type Device, type DeviceLife } from './rehearsal/deviceLife.ts';
import { forgetDevice } from './rehearsal/forgetDevice.ts';
import { journalInMemory, newFiles } from './rehearsal/journalInMemory.ts';

async function compare({ storage }: DeviceLife): Promise<void> {
  if (storage.witnesses !== undefined) storage.witnesses.compared = null;
  await compareWitnesses(storage);
  await storage.witnesses?.repaired;
}

/** The journal answers with empty files from now on. */
const throwCopyAway = ({ journal }: DeviceLife): void =>
  void Object.assign(journal, journalInMemory(newFiles()));

/** Four people answer; the server has what the first two said. */
async function fourAnswered(device: Device, files = newFiles()): Promise<DeviceLife> {
  const life = startLife(device, null, journalInMemory(files));
  await compare(life);
  for (let count = 0; count < 4; count += 1) {
    expect((await recordResponse(life.storage, aResponse())).ok).toBe(true);
  }
  await settleBatch(
    life.storage,
    [1, 2].map((seq) => ({ seq, verdict: 'stored' as const })),
  );
  return life;
}

it('a page whose database and copy are both thrown away puts back what it has in hand', async () => {
  const device = newDevice();
  const life = await fourAnswered(device);
  throwCopyAway(life);
  await life.storage.database.delete({ disableAutoOpen: false });
  await compare(life);
  expect(await readDeviceStatus(life.storage)).toMatchObject({
    waiting: 2,
    lastSeq: 4,
    storeLoss: { restored: 2, lost: 0, uncertain: false },
  });
  expect((await recordResponse(life.storage, aResponse())).ok).toBe(true);
  expect(await readDeviceStatus(life.storage)).toMatchObject({ waiting: 3, lastSeq: 5 });
  life.end();
  await forgetDevice(device);
});

it('what a late sentinel takes for unsent is not called lost where a sound copy knows that it was sent', async () => {
  const device = newDevice();
  const files = newFiles();
  const before = await fourAnswered(device, files);
  const said = device.sentinel.read();
  before.end();
  await before.storage.database.delete();
  if (said !== null) device.sentinel.write({ ...said, unsent: 4 });
  const life = startLife(device, null, journalInMemory(files));
  await compare(life);
  expect(await readDeviceStatus(life.storage)).toMatchObject({
    waiting: 2,
    storeLoss: { restored: 2, lost: 0, uncertain: false },
  });
  life.end();
  await forgetDevice(device);
});
