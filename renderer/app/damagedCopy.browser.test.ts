import { expect, it } from 'vitest';
import { aResponse } from '../data/aResponse.ts';
import { readDeviceStatus } from '../data/readDeviceStatus.ts';
import { recordResponse } from '../data/recordResponse.ts';
import { compareWitnesses } from '../data/witnesses/compareWitnesses.ts';
import { markStoreLossSeen } from '../data/witnesses/storeLoss.ts';
import { newDevice, startLife, type Device, type DeviceLife } from './rehearsal/deviceLife.ts';
import { forgetDevice } from './rehearsal/forgetDevice.ts';

const PAUSE = 20;

/** The files of a worker that was ended are let go of a moment later. */
async function writableOf(file: FileSystemFileHandle): Promise<FileSystemWritableFileStream> {
  for (;;) {
    try {
      return await file.createWritable({ keepExistingData: true });
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'NoModificationAllowedError') throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}

/** A character for every byte. */
const contentsOf = async (file: FileSystemFileHandle): Promise<string> =>
  new TextDecoder('latin1').decode(await (await file.getFile()).arrayBuffer());

/** 64 bytes of the line that has this text go bad on the disk. */
async function damageLine(text: string): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const file = await (await root.getDirectoryHandle('journal')).getFileHandle('segment-0000');
  const at = (await contentsOf(file)).indexOf(text);
  expect(at).toBeGreaterThan(0);
  const writable = await writableOf(file);
  await writable.write({ type: 'write', position: at, data: new Uint8Array(64).fill(0xa5) });
  await writable.close();
}

/** The copy ends right behind the line that has this text, and a few bytes of the next one. */
async function cutBehind(text: string): Promise<void> {
  const root = await navigator.storage.getDirectory();
  const file = await (await root.getDirectoryHandle('journal')).getFileHandle('segment-0000');
  const contents = await contentsOf(file);
  const at = contents.indexOf('\n', contents.indexOf(text));
  expect(at).toBeGreaterThan(0);
  const writable = await writableOf(file);
  await writable.truncate(at + 20);
  await writable.close();
}

/** The browser writes the sentinel late: what is left of it speaks of the first response only. */
function isLate({ sentinel }: Device): void {
  const said = sentinel.read();
  expect(said).toMatchObject({ lastSeq: 6 });
  if (said !== null) sentinel.write({ ...said, lastSeq: 1, unsent: 1 });
}

/** Six people answer, and the device is switched off. Answers their responses. */
async function sixAnswered(device: Device): Promise<{ ids: string[]; life: DeviceLife }> {
  const life = await startAgain(device);
  const ids: string[] = [];
  for (let count = 0; count < 6; count += 1) {
    const response = aResponse();
    ids.push(response.responseId);
    expect((await recordResponse(life.storage, response)).ok).toBe(true);
  }
  life.end();
  return { ids, life };
}

async function startAgain(device: Device): Promise<DeviceLife> {
  const life = startLife(device, null);
  await compareWitnesses(life.storage);
  await life.storage.witnesses?.repaired;
  return life;
}

it('a line of the copy that can’t be read is counted as lost where the database is lost, too, and only once', async () => {
  const device = newDevice();
  const { ids, life: before } = await sixAnswered(device);
  await before.storage.database.delete();
  await damageLine(ids[2] ?? '');
  isLate(device);
  const life = await startAgain(device);
  expect(await readDeviceStatus(life.storage)).toMatchObject({
    waiting: 5,
    storeLoss: { restored: 5, lost: 1, uncertain: false },
  });
  life.end();
  await life.storage.database.delete();
  const again = await startAgain(device);
  expect(await readDeviceStatus(again.storage)).toMatchObject({ storeLoss: { restored: 5, lost: 0 } });
  again.end();
  await forgetDevice(device);
});

it('a line of the copy that can’t be read is no loss where the database is sound: it is copied again, and it is said once', async () => {
  const device = newDevice();
  const { ids } = await sixAnswered(device);
  await damageLine(ids[2] ?? '');
  const life = await startAgain(device);
  expect(await readDeviceStatus(life.storage)).toMatchObject({
    waiting: 6,
    storeLoss: { restored: 0, lost: 0, recopied: 1, uncertain: false },
  });
  const copies = await life.journal.open();
  expect(copies.ok && copies.value.epochs).toMatchObject([
    { unreleased: [{ from: 1, to: 6 }], unreadable: [] },
  ]);
  await markStoreLossSeen(life.storage);
  life.end();
  const again = await startAgain(device);
  expect(await readDeviceStatus(again.storage)).toMatchObject({ waiting: 6, storeLoss: null });
  again.end();
  await forgetDevice(device);
});

it('a copy that was cut off brings back every whole line, and does not say that the rest is not lost', async () => {
  const device = newDevice();
  const { ids, life: before } = await sixAnswered(device);
  await before.storage.database.delete();
  await cutBehind(ids[1] ?? '');
  isLate(device);
  const life = await startAgain(device);
  expect(await readDeviceStatus(life.storage)).toMatchObject({
    waiting: 2,
    storeLoss: { restored: 2, lost: 0, uncertain: true },
  });
  expect((await recordResponse(life.storage, aResponse())).ok).toBe(true);
  life.end();
  await life.storage.database.delete();
  const again = await startAgain(device);
  expect(await readDeviceStatus(again.storage)).toMatchObject({ waiting: 3 });
  again.end();
  await forgetDevice(device);
});

it('a copy that was cut off while the database is sound is copied again, and it is said', async () => {
  const device = newDevice();
  const { ids } = await sixAnswered(device);
  await cutBehind(ids[1] ?? '');
  const life = await startAgain(device);
  expect(await readDeviceStatus(life.storage)).toMatchObject({
    waiting: 6,
    storeLoss: { restored: 0, lost: 0, recopied: 4, uncertain: false },
  });
  life.end();
  await forgetDevice(device);
});

it.each(['last', 'every'])(
  'with a late sentinel the %s line spoilt is counted as lost, and maybe more',
  async (which) => {
    const device = newDevice();
    const { ids, life: before } = await sixAnswered(device);
    await before.storage.database.delete();
    const spoilt = which === 'last' ? ids.slice(5) : ids;
    for (const id of spoilt) await damageLine(id);
    isLate(device);
    const life = await startAgain(device);
    const lost = spoilt.length;
    expect(await readDeviceStatus(life.storage)).toMatchObject({
      waiting: 6 - lost,
      storeLoss: { restored: 6 - lost, lost, uncertain: true },
    });
    life.end();
    await forgetDevice(device);
  },
);

it('with a late sentinel and no copy it is not said that nothing is lost', async () => {
  const device = newDevice();
  const { life: before } = await sixAnswered(device);
  await before.storage.database.delete();
  await forgetDevice({ ...device, name: 'another database' });
  isLate(device);
  const life = await startAgain(device);
  expect(await readDeviceStatus(life.storage)).toMatchObject({ storeLoss: { lost: 1, uncertain: true } });
  life.end();
  await forgetDevice(device);
});
