import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { PushItem, PushReply, Verdict } from '../../core/protocol/index.ts';
import type { TestServer } from '../../e2e/server.ts';
import { ADMINISTRATOR, TestConsole, TestDevice, sampleResponse } from '../../sync-server/testing/index.ts';

const SECONDS_APART = 20;
const LONG_AGO = 30 * 24 * 3600 * 1000;

export type Answers = Readonly<Record<string, string>>;

interface Batch {
  readonly items: readonly PushItem[];
  readonly body: Uint8Array<ArrayBuffer>;
}

/** A device that makes its batches beforehand, so that only sending them is timed. */
export class Pusher {
  readonly device: TestDevice;
  readonly #origin: string;
  #at = Date.now() - LONG_AGO;

  constructor(origin: string, device: TestDevice) {
    this.#origin = origin;
    this.device = device;
  }

  /**
   * What a device that was long without network sends, as it lies packed there: in order, the chain named once (B11), and asking for a
   * brief reply (B9). Where nothing else is said every face, a third with a comment.
   */
  makeBatch(length: number, answersOf: (index: number) => Answers = everyFace): Batch {
    const items: PushItem[] = [];
    for (let index = 0; index < length; index += 1) {
      this.#at += SECONDS_APART * 1000;
      const answers = answersOf(index);
      const { deviceId } = this.device;
      items.push(this.device.seal(sampleResponse({ answers, finishedAt: this.#at, deviceId })));
    }
    const { deviceId, storeEpoch } = this.device;
    const packed = items.map(({ chain, ...item }, index) => (index === 0 ? { chain, ...item } : item));
    const body = { protocol: 1, batchId: randomUUID(), deviceId, storeEpoch, items: packed, brief: true };
    return { items, body: new Uint8Array(gzipSync(JSON.stringify(body))) };
  }

  async push({ items, body }: Batch, expected: Verdict): Promise<void> {
    const reply = await fetch(`${this.#origin}/api/sync/push`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-encoding': 'gzip',
        authorization: `Bearer ${this.device.token}`,
      },
      body,
    });
    expectAll((await reply.json()) as PushReply, items.length, expected);
  }
}

/** Of a brief reply: what is stored is only counted there. */
export function expectAll({ items, stored }: PushReply, count: number, expected: Verdict): void {
  const said = expected === 'stored' ? (stored?.count ?? 0) : items.length;
  if (said !== count || items.some(({ verdict }) => verdict !== expected))
    throw new Error(`not every response was ${expected}`);
}

const everyFace = (index: number): Answers => ({
  '/data/visit': String(1 + (index % 5)),
  '/data/good': 'staff speed',
  ...(index % 3 === 0 ? { '/data/comment': 'The queue at the till was long again today.' } : {}),
});

/** Enrols through the console, as head office does. */
export async function enrolPushers(server: TestServer, count: number): Promise<readonly Pusher[]> {
  const devices = await enrolDevices(server, count);
  await Promise.all(devices.map((device) => device.hello()));
  return devices.map((device) => new Pusher(server.origin, device));
}

export async function enrolPusher(server: TestServer): Promise<Pusher> {
  const [pusher] = await enrolPushers(server, 1);
  if (pusher === undefined) throw new Error('one was enrolled');
  return pusher;
}

const AT_ONCE = 64;

/** Terminals of the sample touchpoint. */
export async function enrolDevices(server: TestServer, count: number): Promise<readonly TestDevice[]> {
  const browser = new TestConsole(server.origin);
  const code = new URL(server.link('#setup=')).hash.replace('#setup=', '');
  const made = await browser.post('/api/console/setup', { code, ...ADMINISTRATOR });
  if (made.status !== 200) await browser.post('/api/console/sign-in', ADMINISTRATOR_SIGN_IN);
  const enrolOne = async (): Promise<TestDevice> => {
    const enrolment = await browser.post('/api/console/touchpoints/sample/enrolments', {});
    const { link } = (await enrolment.json()) as { link: string };
    const device = await TestDevice.make(server.origin);
    await device.enrol(new URL(link).hash.replace('#enrol=', ''));
    return device;
  };
  const devices: TestDevice[] = [];
  while (devices.length < count) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - devices.length) }, enrolOne);
    devices.push(...(await Promise.all(some)));
  }
  return devices;
}

const ADMINISTRATOR_SIGN_IN = { email: ADMINISTRATOR.email, password: ADMINISTRATOR.password };
