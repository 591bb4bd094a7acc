import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PushItem } from '../../core/protocol/index.ts';
import { sampleResponse, startTestServer, type TestDevice, type TestServer } from '../testing/index.ts';
import { importFile } from './importFile.ts';
import { fileByHand } from './rehearsal/fileByHand.ts';
import { heldContents, photoOf } from './rehearsal/photo.ts';
import { fileWith, inboxOf, partsOf } from './rehearsal/savedFile.ts';
import { shell } from './rehearsal/shell.ts';

let server: TestServer;
let device: TestDevice;
beforeEach(async () => {
  server = await startTestServer();
  device = await server.device();
});
afterEach(() => server.stop());

/** Of all sizes that blocks, chunks and portions end at, or just do not. */
const photos = [1, 511, 512, 513, 65_536, 300_001].map((bytes) => photoOf(bytes, `${String(bytes)}.jpg`));
const hashes = photos.map(({ named: { sha256 } }) => sha256);
const said = (): PushItem[] =>
  Array.from({ length: 7 }, (_, index) =>
    device.seal(sampleResponse(index === 3 ? { attachments: photos.map(({ named }) => named) } : {})),
  );
const OPEN = 'age -d -i "$KEY" "$FILE"';

describe('with the programs age and tar', () => {
  it.each(['sync-file-identity.txt', 'recovery-identity.txt'])(
    'a sync file with photos opens by %s: what is in it, in its order, and each photo byte for byte',
    async (key) => {
      const items = said();
      const attachments = photos.map(({ carried }) => carried);
      const { path } = await fileWith(server, { device, items, attachments });
      const inside = join(server.folder, 'inside');
      mkdirSync(inside);
      const env = { KEY: join(server.folder, 'keys', key), FILE: path, INSIDE: inside };
      expect(shell(`${OPEN} | tar tz`, env).toString().trim().split('\n')).toEqual([
        'manifest.json',
        'batches/000001.seal.json',
        'batches/000001.jsonl',
        'batches/000002.seal.json',
        'batches/000002.jsonl',
        'attachments/000001.seal.json',
        ...hashes.map((sha256) => `attachments/${sha256}`),
        'end.json',
      ]);
      shell(`${OPEN} | tar xz -C "$INSIDE"`, env);
      for (const { named, contents } of photos)
        expect(readFileSync(join(inside, 'attachments', named.sha256)).equals(contents)).toBe(true);
      const lines = shell(`${OPEN} | tar xzO --wildcards 'batches/*.jsonl'`, env)
        .toString()
        .trim()
        .split('\n');
      expect(lines.map((line) => JSON.parse(line) as PushItem)).toEqual(items);
    },
  );

  it('a file with photos made as docs/sync-file.md says is taken in whole, its photos complete', async () => {
    const items = said();
    const path = await fileByHand(server, device, { items, photos });
    const { report } = await importFile(partsOf(server), path);
    expect(report).toMatchObject({
      state: 'merged',
      signature: 'valid',
      counts: { read: 7, new: 7 },
      attachments: { read: 6, new: 6, unasked: 0, missing: { count: 0 } },
      truncated: null,
    });
    expect(await inboxOf(server)).toEqual(items.map(({ responseId }) => responseId).sort());
    for (const photo of photos) expect(heldContents(server, photo)?.equals(photo.contents)).toBe(true);
  });
});
