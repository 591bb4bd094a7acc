import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../sync-server/testing/index.ts';
import { drawn, rounds } from '../drawn.ts';
import { storedResponses } from '../store.ts';
import { until } from '../until.ts';
import { startFaultProxy, type FaultProxy } from './faultProxy.ts';
import type { MessageSize } from './httpMessage.ts';
import type { NetworkFault } from './networkFault.ts';
import { WiredDevice } from './wiredDevice.ts';

const PUSH = '/api/sync/push';
const HELLO = '/api/sync/hello';

let server: TestServer;
let proxy: FaultProxy;
let device: WiredDevice;
let nextFault: (path: string) => NetworkFault | null = () => null;

beforeAll(async () => {
  server = await startTestServer();
  proxy = await startFaultProxy({
    serverPort: Number(new URL(server.origin).port),
    nextFault: (path) => nextFault(path),
  });
  const origin = `http://127.0.0.1:${proxy.port}`;
  device = await WiredDevice.enrol({ server, origin });
  device.finish(1);
  await device.drain();
});
afterAll(async () => {
  await proxy.stop();
  await server.stop();
});

const storedIds = (): string[] => storedResponses(server.folder).map(({ responseId }) => responseId);

/** Everything that was ever finished is in the store once, and nothing waits. */
async function expectDrained(): Promise<void> {
  nextFault = () => null;
  device.waitFor();
  await device.drain();
  expect(storedIds().sort()).toEqual([...device.finished].sort());
}

/** I4: what the device takes for acknowledged is in the store. */
function expectHonest(): void {
  const stored = new Set(storedIds());
  expect(device.outbox.acknowledged.filter(({ item }) => !stored.has(item.responseId))).toEqual([]);
}

/** Three responses are finished, and the push of them meets the fault. */
async function onePushMeets(fault: NetworkFault): Promise<void> {
  let next: NetworkFault | null = fault;
  nextFault = (path) => {
    if (path !== PUSH) return null;
    const now = next;
    next = null;
    return now;
  };
  device.finish(3);
  while (proxy.exchanges.at(-1)?.fault !== fault) await device.step();
}

const expectNoneStored = (): void => expect(storedIds()).toHaveLength(device.finished.length - 3);

/** The server may still be writing when the device has given it up. */
const untilAllStored = (): Promise<true> =>
  until('all of it is stored', 60_000, () => storedIds().length === device.finished.length || undefined);

const PLACES: readonly (readonly [string, (size: MessageSize) => number])[] = [
  ['before its first byte', () => 0],
  ['after its first byte', () => 1],
  ['in the middle of its head', ({ head }) => head >> 1],
  ['within the empty line after its head', ({ head }) => head - 1],
  ['between its head and its body', ({ head }) => head],
  ['after the first byte of its body', ({ head }) => head + 1],
  ['in the middle of its body', ({ head, whole }) => (head + whole) >> 1],
  ['before its last byte', ({ whole }) => whole - 1],
];

describe.each(['cut', 'silence'] as const)('a push that meets a %s', (kind) => {
  beforeEach(() => {
    // Nobody hears of a silence: it takes a deadline to end.
    device.waitFor(kind === 'silence' ? 1_000 : undefined);
  });

  it.each(PLACES)(
    '[A4] %s: nothing is stored, nothing acknowledged, and it comes again',
    async (_, after) => {
      await onePushMeets({ kind, way: 'request', after });
      expectNoneStored();
      expect(device.outbox.waiting.size).toBe(3);
      await expectDrained();
    },
  );

  it('[A4] [V2] after its last byte: it is stored, not acknowledged, and comes again', async () => {
    await onePushMeets({ kind, way: 'request', after: ({ whole }) => whole });
    expect(device.outbox.waiting.size).toBe(3);
    await untilAllStored();
    await expectDrained();
  });

  it.each(PLACES)(
    '[A4] [V2] in its reply, %s: it is stored, not acknowledged, and comes again',
    async (_, after) => {
      await onePushMeets({ kind, way: 'reply', after });
      expect(device.outbox.waiting.size).toBe(3);
      await untilAllStored();
      await expectDrained();
    },
  );
});

describe('a push', () => {
  it.each([PUSH, HELLO])(
    '[A1] that gets the reply to an earlier request to %s acknowledges nothing',
    async (path) => {
      await onePushMeets({ kind: 'swap', path });
      expect(device.outbox.waiting.size).toBe(3);
      await untilAllStored();
      await expectDrained();
    },
  );

  it.each(['request', 'reply'] as const)(
    'whose %s comes a few bytes at a time is stored and acknowledged',
    async (way) => {
      await onePushMeets({ kind: 'trickle', way, bytes: 7 });
      await expectDrained();
    },
  );
});

const EXCHANGES = 30 * rounds(10);

it(`[A2] [V2] [S4] ${EXCHANGES} exchanges cut at any byte, cut off from each other, trickled or swapped: all of it is in the store once`, async () => {
  const draw = drawn();
  const anyByte = ({ whole }: MessageSize): number => draw(whole + 1);
  const way = () => (draw(2) === 0 ? ('request' as const) : ('reply' as const));
  const begun = proxy.exchanges.length;
  device.waitFor(1_000);
  nextFault = () => {
    const kind = draw(100);
    if (kind < 70) return { kind: 'cut', way: way(), after: anyByte };
    if (kind < 72) return { kind: 'silence', way: way(), after: anyByte };
    if (kind < 78) return { kind: 'trickle', way: way(), bytes: 1 + draw(40) };
    if (kind < 84) return { kind: 'swap', path: draw(2) === 0 ? PUSH : HELLO };
    return null;
  };
  while (proxy.exchanges.length < begun + EXCHANGES) {
    device.finish(draw(3));
    await device.step();
    expectHonest();
  }
  await expectDrained();
  const met = proxy.exchanges.slice(begun).filter(({ fault }) => fault !== null);
  expect(met.length).toBeGreaterThan(EXCHANGES / 2);
});
