import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { InboxSummary, IncompleteList } from '../../core/protocol/index.ts';
import {
  sampleResponse,
  startTestServer,
  type TestConsole,
  type TestDevice,
  type TestServer,
} from '../testing/index.ts';

const HOUR = 3_600_000;
const INBOX = '/api/console/inbox';

let server: TestServer;
let device: TestDevice;
let office: TestConsole;
beforeEach(async () => {
  server = await startTestServer();
  device = await server.device();
  office = await server.console();
});
afterEach(() => server.stop());

const contentsOf = (name: string): Buffer => Buffer.from(`the contents of ${name}`);
const named = (name: string) => {
  const contents = contentsOf(name);
  const sha256 = createHash('sha256').update(contents).digest('hex');
  return { name, mediaType: 'image/jpeg', bytes: contents.length, sha256 };
};

async function push(...names: string[]): Promise<string> {
  const item = device.seal(sampleResponse({ attachments: names.map(named) }));
  await device.push([item]);
  return item.responseId;
}

const send = (name: string) =>
  fetch(`${server.origin}/api/sync/attachments/${named(name).sha256}`, {
    method: 'PATCH',
    headers: {
      authorization: `Bearer ${device.token}`,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': '0',
      'upload-length': String(named(name).bytes),
    },
    body: new Uint8Array(contentsOf(name)),
  });

const read = async <Body>(path: string): Promise<Body> => (await (await office.get(path)).json()) as Body;
const list = () => read<IncompleteList>(`${INBOX}/incomplete`);
const counted = async () => {
  const { incomplete, late } = await read<InboxSummary>(INBOX);
  return { incomplete, late };
};

it('T3 what is missing of a response is listed, the longest waiting first, until the last of it is here', async () => {
  expect(await counted()).toEqual({ incomplete: 0, late: 0 });
  const first = await push('a.jpg', 'b.jpg');
  await push();
  server.clock.advance(25 * HOUR);
  office = await server.console();
  await device.hello();
  const second = await push('c.jpg');
  expect(await counted()).toEqual({ incomplete: 2, late: 1 });
  const { items, next } = await list();
  expect(next).toBeNull();
  expect(items.map(({ responseId, isLate, missing }) => [responseId, isLate, missing])).toEqual([
    [
      first,
      true,
      [
        { name: 'a.jpg', bytes: 21 },
        { name: 'b.jpg', bytes: 21 },
      ],
    ],
    [second, false, [{ name: 'c.jpg', bytes: 21 }]],
  ]);
  expect(items[0]).toMatchObject({ deviceName: expect.any(String) as string, rev: 1 });
  await send('a.jpg');
  expect((await list()).items[0]?.missing).toEqual([{ name: 'b.jpg', bytes: 21 }]);
  await send('b.jpg');
  expect((await list()).items.map(({ responseId }) => responseId)).toEqual([second]);
  await send('c.jpg');
  expect(await counted()).toEqual({ incomplete: 0, late: 0 });
});

it('comes a page at a time', async () => {
  for (let made = 0; made < 53; made += 1) await push(`${String(made)}.jpg`);
  const first = await list();
  expect(first.items).toHaveLength(50);
  const rest = await read<IncompleteList>(`${INBOX}/incomplete?after=${String(first.next)}`);
  expect(rest.items.map(({ missing }) => missing[0]?.name)).toEqual(['50.jpg', '51.jpg', '52.jpg']);
  expect(rest.next).toBeNull();
});
