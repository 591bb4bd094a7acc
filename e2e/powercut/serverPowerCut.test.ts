import { expect, it } from 'vitest';
import { TestDevice, sampleResponse } from '../../sync-server/testing/index.ts';
import { startServer, type TestServer } from '../server.ts';
import { countedFaces, integrity, recountFaces, storedResponses } from '../store.ts';
import { drawn, rounds } from '../drawn.ts';
import { forgetfulDisk } from './forgetfulDisk.ts';

const draw = drawn();
const CUTS = rounds(10);
const DEVICES = 4;
const BATCH = 25;

/** Pushes batch after batch until the server is gone; gives the ids that it called stored. */
async function pushUntilGone(device: TestDevice, onReply: () => void): Promise<readonly string[]> {
  const held: string[] = [];
  for (;;) {
    const items = Array.from({ length: BATCH }, () => device.seal(sampleResponse()));
    const pushed = await device.push(items).catch(() => null);
    if (pushed === null) return held;
    if (pushed.status !== 200) throw new Error(`the server answered ${String(pushed.status)}`);
    held.push(
      ...pushed.body.items.filter(({ verdict }) => verdict === 'stored').map(({ responseId }) => responseId),
    );
    onReply();
  }
}

/** Devices push at once; the power goes after so many replies, with the batches of the others in flight. */
async function pushUntilPowerCut(server: TestServer, devices: readonly TestDevice[], replies: number) {
  let left = replies;
  const kills: Promise<void>[] = [];
  // Whoever shares a commit is answered at one moment; what is written for the next one is met a little later.
  const killSoon = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, draw(30)));
    await server.kill();
  };
  const onReply = (): void => {
    left -= 1;
    if (left <= 0 && kills.length === 0) kills.push(killSoon());
  };
  for (const device of devices) await device.hello();
  const held = await Promise.all(devices.map((device) => pushUntilGone(device, onReply)));
  await Promise.all(kills);
  return held.flat();
}

async function enrolled(server: TestServer): Promise<TestDevice> {
  const device = await TestDevice.make(server.origin);
  await device.enrol(new URL(server.link('/terminal/')).hash.replace('#enrol=', ''));
  return device;
}

it(`[B2] [V1] holds everything that it acknowledged through ${CUTS} power cuts, with batches in flight`, async () => {
  const disk = forgetfulDisk();
  const server = await startServer({ dataFolder: disk.folder, env: disk.env });
  try {
    const devices: TestDevice[] = [];
    const acknowledged: string[] = [];
    for (let cut = 0; cut < CUTS; cut += 1) {
      // Each start prints a link that enrols one device.
      if (devices.length < DEVICES) devices.push(await enrolled(server));
      acknowledged.push(...(await pushUntilPowerCut(server, devices, 2 + ((cut * 5) % 11))));
      disk.loseUnflushed();
      await server.start();
      const stored = storedResponses(disk.folder);
      const ids = new Set(stored.map(({ responseId }) => responseId));
      expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
      expect(ids.size).toBe(stored.length);
      expect(countedFaces(disk.folder)).toEqual(recountFaces(stored));
      expect(integrity(disk.folder)).toBe('ok');
    }
    expect(acknowledged.length).toBeGreaterThan(CUTS * BATCH);
  } finally {
    await server.remove();
    disk.remove();
  }
});

it('the harness sees a loss: with a disk that lies about flushing, acknowledged responses are gone', async () => {
  const disk = forgetfulDisk({ lies: true });
  const server = await startServer({ dataFolder: disk.folder, env: disk.env });
  try {
    const acknowledged = await pushUntilPowerCut(server, [await enrolled(server)], 3);
    expect(acknowledged.length).toBeGreaterThan(0);
    disk.loseUnflushed();
    await server.start();
    expect(storedResponses(disk.folder)).toEqual([]);
  } finally {
    await server.remove();
    disk.remove();
  }
});
