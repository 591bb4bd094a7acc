import fc from 'fast-check';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachmentOf } from '../../formats/syncFile/rehearsal/rehearsedFile.ts';
import {
  forgerOf,
  lockPacked,
  spoils,
  withHeader,
  type Forger,
} from '../../formats/syncFile/rehearsal/spoiledFile.ts';
import { entriesOf } from '../../formats/syncFile/rehearsal/tarEntries.ts';
import type { PushItem } from '../../core/protocol/index.ts';
import { sampleResponse, startTestServer } from '../testing/index.ts';
import { SeparateImporter, type TakenIn } from './rehearsal/separateImporter.ts';

/** In each merge as many as there is time for; `EARSHOT_SPOILED_FILES=2000` has them all. */
const RUNS = Number(process.env['EARSHOT_SPOILED_FILES'] ?? 40);
const MOST_MEGABYTES = 200;
const RESPONSES = 9;
const BATCH = 3;

const photos = [40, 700, 1_600].map((bytes, number) => attachmentOf(number, bytes));
const hashes = photos.map(({ sha256 }) => sha256);
const named = photos.map(({ sha256, bytes }) => ({ name: sha256, mediaType: 'image/jpeg', bytes, sha256 }));

let scratch: string;
let importer: SeparateImporter;
let forger: Forger;
let recipient: string;
let items: readonly PushItem[];
/** The photos are named by the first response. */
beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'earshot-spoiled-'));
  const server = await startTestServer();
  const device = await server.device();
  items = Array.from({ length: RESPONSES }, (_, index) =>
    device.seal(sampleResponse(index === 0 ? { attachments: named } : {})),
  );
  recipient = server.fileKeys.announced.recipients[0] ?? '';
  forger = await forgerOf({
    manifest: {
      format: 'earshot-sync-file',
      version: 1,
      fileId: 'file-1',
      serverId: server.store.serverId,
      deviceId: device.deviceId,
      deviceName: 'Terminal 1',
      touchpointId: 'till',
      appVersion: '0.1.0',
      createdAt: server.clock.now(),
      clockOffset: 0,
      responses: RESPONSES,
      attachments: { count: photos.length, bytes: 2_340 },
    },
    batches: async function* () {
      for (let from = 0; from < RESPONSES; from += BATCH)
        yield await Promise.resolve({
          storeEpoch: device.storeEpoch,
          firstSeq: 1,
          items: items.slice(from, from + BATCH),
        });
    },
    attachments: photos,
    sign: (statement) => device.sign(statement),
    recipient,
  });
  const folder = join(scratch, 'untouched');
  await server.store.close();
  cpSync(server.folder, folder, { recursive: true });
  await server.stop();
  importer = await SeparateImporter.start(scratch, folder);
});
afterAll(async () => {
  await importer.end();
  rmSync(scratch, { recursive: true, force: true });
});

/** Only what the device signed is here, in its order, and the report claims no more than that. */
function expectNothingForged({ report, hasReceipt, findings, responses, photos: held }: TakenIn): void {
  expect(findings).toEqual([]);
  const { counts, attachments, state, signature, trouble, detail } = report;
  const genuine = items.map(({ responseId, contentHash }) => ({ responseId, contentHash, conflict: 0 }));
  expect(responses).toEqual(genuine.slice(0, counts.read));
  expect(held).toEqual(hashes.slice(0, attachments?.read).sort());
  const isWhole = counts.read === RESPONSES && attachments?.read === photos.length;
  const isTaken = counts.read > 0;
  expect(hasReceipt).toBe(isTaken);
  if (state === 'merged') expect([isWhole, signature, trouble]).toEqual([true, 'valid', null]);
  else {
    expect(state).toBe(isTaken ? 'partly' : report.trouble === 'unknownDevice' ? 'aside' : 'refused');
    expect([trouble === null, detail === '', signature === 'valid']).toEqual([false, false, false]);
  }
}

describe('L2 L4 L9 a sync file that was tampered with', () => {
  it('untouched, is taken in whole', async () => {
    const taken = await importer.takeIn(await forger.lock(forger.tar));
    expectNothingForged(taken);
    expect([taken.report.state, taken.responses.length, taken.photos.length]).toEqual(['merged', 9, 3]);
  });

  it('leaves a sound store in which nothing is that its device did not sign, and says so', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...spoils),
        fc.nat(),
        fc.nat({ max: 255 }),
        async (spoil, at, byte) => {
          expectNothingForged(await importer.takeIn(await spoil(forger, at, byte)));
        },
      ),
      { numRuns: RUNS },
    );
    expect(importer.peakMegabytes).toBeLessThan(MOST_MEGABYTES);
  }, 3_600_000);

  it.each([
    ['ten million entries', () => manyEntries(10_000_000)],
    ['ten million entries behind its photos', () => manyEntries(10_000_000, 'end.json')],
    ['eight gigabytes of nothing', () => bomb(8)],
    ['eight gigabytes of nothing in a photo', () => bomb(8, hashes[1])],
  ])(
    'of %s, is let go of with no more memory than others',
    async (_, make) => {
      const taken = await importer.takeIn(await lockPacked(make(), recipient));
      expectNothingForged(taken);
      expect(taken.report.state).not.toBe('merged');
      expect(importer.peakMegabytes).toBeLessThan(MOST_MEGABYTES);
    },
    600_000,
  );
});

/** The genuine tar up to an entry. */
function upTo(name: string | undefined): Uint8Array {
  const entry = entriesOf(forger.tar).find((one) => one.name.endsWith(name ?? 'batches/000001.seal.json'));
  return forger.tar.subarray(0, (entry?.from ?? 512) - 512);
}

/** Members of gzip may follow each other (RFC 1952): one is packed, and stands there as often as it is wanted. */
const repeated = (head: Uint8Array, block: Uint8Array, times: number): Uint8Array => {
  const packed = gzipSync(block);
  return Buffer.concat([gzipSync(head), ...Array.from({ length: times }, () => packed)]);
};

function manyEntries(count: number, before?: string): Uint8Array {
  const together = 100_000;
  const empty = withHeader(forger.tar.subarray(0, 512), (header) => void header.write('00000000000', 124));
  const block = Buffer.concat(Array.from({ length: together }, () => empty));
  return repeated(upTo(before), block, count / together);
}

function bomb(gigabytes: number, photo?: string): Uint8Array {
  const megabytes = 32;
  const entry = entriesOf(forger.tar).find((one) => one.name.endsWith(photo ?? 'nothing'));
  // Into the contents of a photo that is there, or behind the manifest.
  const head = entry === undefined ? upTo(undefined) : forger.tar.subarray(0, entry.from + 10);
  return repeated(head, Buffer.alloc(megabytes * 1024 ** 2), (gigabytes * 1024) / megabytes);
}
