import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import { Decrypter } from 'age-encryption';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ImportReport } from '../../core/protocol/index.ts';
import { entriesOf } from '../../formats/syncFile/rehearsal/tarEntries.ts';
import { sampleResponse, startTestServer, type TestServer } from '../testing/index.ts';
import { importFile } from './importFile.ts';
import { heldContents, photoOf } from './rehearsal/photo.ts';
import { fileWith, inboxOf, partsOf } from './rehearsal/savedFile.ts';

/** A prime, so that the cuts go through every kind of place. */
const APART = 997;
/** Spread evenly over the file; `EARSHOT_EVERY_CUT=1` has them all, some four thousand. */
const CUTS = process.env['EARSHOT_EVERY_CUT'] === '1' ? Infinity : 25;
/** Of age: a chunk, and what proves it. */
const [CHUNK, PROOF, NONCE] = [64 * 1024, 16, 16];

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

/** What stands whole in so many bytes of a tar. */
interface Whole {
  readonly responses: number;
  readonly photos: number;
}

/** What has come whole with the first `length` bytes of the tar, counted from the entries alone. */
function wholeIn(tar: Uint8Array, length: number): Whole {
  const whole = { responses: 0, photos: 0 };
  for (const { name, from, size } of entriesOf(tar)) {
    if (name.endsWith('.jsonl'))
      whole.responses +=
        Buffer.from(tar.subarray(from, Math.min(from + size, length)))
          .toString('latin1')
          .split('\n').length - 1;
    if (/^attachments\/[0-9a-f]{64}$/.test(name) && from + size <= length) whole.photos += 1;
  }
  return whole;
}

/** What a file still holds that is cut, by the rules of age and gzip: whole chunks, and what can be unpacked of them. */
async function wholeBefore(bytes: Uint8Array): Promise<(end: number) => Whole> {
  const age = new Decrypter();
  age.addIdentity(server.fileKeys.identities[0] ?? '');
  const packed = await age.decrypt(new Uint8Array(bytes));
  const tar = gunzipSync(packed);
  const text = Buffer.from(bytes.subarray(0, 10_000)).toString('latin1');
  const header = text.indexOf('\n', text.indexOf('\n--- ') + 1) + 1 + NONCE;
  const known = new Map<number, Whole>();
  return (end) => {
    const chunks = Math.max(0, Math.ceil((end - header) / (CHUNK + PROOF)) - 1);
    const unpacked = (): number =>
      chunks === 0
        ? 0
        : gunzipSync(packed.subarray(0, chunks * CHUNK), { finishFlush: constants.Z_SYNC_FLUSH }).length;
    const whole = known.get(chunks) ?? wholeIn(tar, unpacked());
    known.set(chunks, whole);
    return whole;
  };
}

/** Several megabytes, half of an hour's work of a busy tablet: texts and photos that can't be packed much. */
async function largeFile() {
  const device = await server.device();
  const photos = Array.from({ length: 12 }, (_, at) => photoOf(250_000 + at, `${String(at)}.jpg`));
  const items = Array.from({ length: 120 }, (_, at) =>
    device.seal(
      sampleResponse({
        answers: { '/data/visit': '4', '/data/more': randomBytes(6_000).toString('base64') },
        ...(at === 40 ? { attachments: photos.map(({ named }) => named) } : {}),
      }),
    ),
  );
  const attachments = photos.map(({ carried }) => carried);
  return { ...(await fileWith(server, { device, items, attachments })), photos };
}

/** A cut file is never taken for a whole one, and its report says how much of it there was. */
function expectSaid(report: ImportReport, { responses, photos }: Whole): void {
  const isTaken = responses + photos > 0;
  expect(report).toMatchObject({
    state: isTaken ? 'partly' : 'refused',
    trouble: 'cut',
    signature: isTaken ? 'upToCut' : 'unchecked',
    counts: { read: responses },
    truncated: { afterResponses: responses, lastSeq: responses === 0 ? null : responses },
    attachments: { read: photos, missing: { count: responses > 40 ? 12 - photos : 0 } },
  });
  expect(report.detail).not.toBe('');
}

it('L6 a large sync file with photos, cut at every 997th byte: what is whole before the cut is taken, and the report says so', async () => {
  const { bytes, items, photos, path } = await largeFile();
  const whole = await wholeBefore(bytes);
  expect(bytes.length).toBeGreaterThan(3_500_000);
  const all = Array.from({ length: Math.floor((bytes.length - 1) / APART) }, (_, at) => (at + 1) * APART);
  const apart = Math.max(1, Math.floor(all.length / CUTS));
  const ids = items.map(({ responseId }) => responseId);
  const kept = join(server.folder, 'sync-files', 'kept');
  for (const end of all.filter((_, at) => at % apart === 0)) {
    writeFileSync(path, bytes.subarray(0, end));
    const { report } = await importFile(partsOf(server), path);
    const expected = whole(end);
    expectSaid(report, expected);
    // The longer ones come later, so that there is never more than has come in this one.
    expect(await inboxOf(server)).toEqual(ids.slice(0, expected.responses).sort());
    for (const [at, photo] of photos.entries())
      expect(heldContents(server, photo)?.equals(photo.contents)).toBe(
        at < expected.photos ? true : undefined,
      );
    expect(readdirSync(kept)).toEqual([`${report.file.sha256}.earshot`]);
    rmSync(join(kept, `${report.file.sha256}.earshot`));
  }
  writeFileSync(path, bytes);
  expect((await importFile(partsOf(server), path)).report).toMatchObject({
    state: 'merged',
    signature: 'valid',
    counts: { read: 120 },
    attachments: { read: 12, missing: { count: 0 } },
  });
}, 1_800_000);
