import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encrypterFor, makeKeyPair } from './keys.ts';
import {
  aManifest,
  attachmentOf,
  inBatches,
  inGroups,
  itemsOf,
  portsFor,
  readWhole,
  rehearsedSigner,
} from './rehearsal/rehearsedFile.ts';
import { BLOCK } from './tarHeader.ts';
import { tarOf } from './writeSyncFile.ts';

const items = itemsOf(9);
const attachments = [attachmentOf(1, 40), attachmentOf(2, 700), attachmentOf(3, 1_600)];
const hashes = attachments.map(({ sha256 }) => sha256);
/** In each merge as many as there is time for; `EARSHOT_SPOILED_FILES=2000` has them all. */
const RUNS = Number(process.env['EARSHOT_SPOILED_FILES'] ?? 400);

/** A file as a stranger can make it, who knows the public key and has a real file's inside, but not the device's key. */
async function forger() {
  const [signer, keys] = [await rehearsedSigner(), await makeKeyPair()];
  const tarBy = async (sign: (statement: string) => Promise<string>): Promise<Uint8Array> => {
    const blocks: Uint8Array[] = [];
    const manifest = aManifest({ responses: 9, attachments: { count: 3, bytes: 2_340 } });
    const source = { manifest, batches: inBatches(items, 3), attachments: inGroups(attachments, 2), sign };
    for await (const chunk of tarOf(source)) blocks.push(chunk);
    return new Uint8Array(Buffer.concat(blocks));
  };
  const lock = (tar: Uint8Array, recipient = keys.recipient): Promise<Uint8Array> =>
    encrypterFor([recipient]).encrypt(new Uint8Array(gzipSync(tar)));
  return {
    tar: await tarBy(signer.sign),
    strangersTar: await tarBy((await rehearsedSigner()).sign),
    strangersKey: (await makeKeyPair()).recipient,
    lock,
    ports: portsFor(keys.identity, signer.verify),
  };
}
type Forger = Awaited<ReturnType<typeof forger>>;

type Change = (tar: Uint8Array, at: number, byte: number) => Uint8Array;
const changes: Readonly<Record<string, Change>> = {
  'a byte is another': (tar, at, byte) => tar.with(at, byte),
  'two blocks change places': (tar, at, byte) => {
    const [one, other] = [at - (at % BLOCK), (byte * BLOCK) % (tar.length - (tar.length % BLOCK))];
    const swapped = tar.slice();
    swapped.set(tar.subarray(other, other + BLOCK), one);
    swapped.set(tar.subarray(one, one + BLOCK), other);
    return swapped;
  },
  'a block is taken out': (tar, at) => {
    const from = at - (at % BLOCK);
    return new Uint8Array(Buffer.concat([tar.subarray(0, from), tar.subarray(from + BLOCK)]));
  },
  'a block is there twice': (tar, at) => {
    const end = at - (at % BLOCK) + BLOCK;
    return new Uint8Array(Buffer.concat([tar.subarray(0, end), tar.subarray(end - BLOCK)]));
  },
  'it is cut': (tar, at) => tar.subarray(0, at),
};

/** The header of some entry, with its sum made right again, as whoever changes one on purpose does. */
function withHeader(tar: Uint8Array, change: (header: Buffer) => void, at = 0): Uint8Array {
  const changed = Buffer.from(tar);
  const headers = Array.from({ length: tar.length / BLOCK }, (_, block) => block * BLOCK).filter(
    (from) => changed.toString('latin1', from + 257, from + 262) === 'ustar',
  );
  const from = headers[at % headers.length] ?? 0;
  const header = changed.subarray(from, from + BLOCK);
  change(header);
  header.fill(' ', 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return new Uint8Array(changed);
}

const headers: Readonly<Record<string, (header: Buffer) => void>> = {
  'a path that leads out': (header) => void header.write('../../manifest.json\0', 0, 'latin1'),
  'an absolute path': (header) => void header.write('/manifest.json\0', 0, 'latin1'),
  'a name of an attachment that is no hash': (header) =>
    void header.write('attachments/../../../etc/passwd\0', 0, 'latin1'),
  'a link': (header) => void header.write('2', 156, 'latin1'),
  'a folder': (header) => void header.write('5', 156, 'latin1'),
  'a size that lies': (header) => void header.write('77777777777', 124, 'latin1'),
  'a size that lies a little': (header) => void header.write('00000000017', 124, 'latin1'),
};

type Spoil = (forger: Forger, at: number, byte: number) => Promise<Uint8Array>;
/** Every way to spoil a file: inside, at its headers, in its manifest, by whose keys it is made, and outside. */
const spoils: readonly Spoil[] = [
  ...Object.values(changes).map(
    (change): Spoil =>
      ({ tar, lock }, at, byte) =>
        lock(change(tar, at % tar.length, byte)),
  ),
  ...Object.values(headers).map(
    (change): Spoil =>
      ({ tar, lock }, at) =>
        lock(withHeader(tar, change, at)),
  ),
  ({ tar, lock }, at) =>
    lock(
      new Uint8Array(
        Buffer.from(
          Buffer.from(tar)
            .toString('latin1')
            .replace('"responses":9', `"responses":${String(at % 9)}`),
          'latin1',
        ),
      ),
    ),
  ({ strangersTar, lock }) => lock(strangersTar),
  ({ tar, lock, strangersKey }) => lock(tar, strangersKey),
  async ({ tar, lock }, at, byte) => {
    const locked = await lock(tar);
    const place = at % locked.length;
    return locked.with(place, (locked[place] ?? 0) ^ (1 << (byte % 8)));
  },
];

describe('L2 L4 a sync file that was tampered with', () => {
  it('never breaks the reader and never gives what the device did not sign', async () => {
    const given = await forger();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...spoils),
        fc.nat(),
        fc.nat({ max: 255 }),
        async (spoil, at, byte) => {
          const read = await readWhole(await spoil(given, at, byte), given.ports);
          expect(read.items).toEqual(items.slice(0, read.items.length));
          expect(read.attachments).toEqual(hashes.slice(0, read.attachments.length));
          if (read.last?.kind === 'end')
            expect([read.items.length, read.attachments.length]).toEqual([items.length, hashes.length]);
          else expect(read.last?.kind).toBe('stopped');
        },
      ),
      { numRuns: RUNS },
    );
  }, 180_000);

  it('is refused from the byte on that age finds changed', async () => {
    const { tar, lock, ports } = await forger();
    const locked = await lock(tar);
    for (let at = 0; at < locked.length; at += 97) {
      const read = await readWhole(locked.with(at, (locked[at] ?? 0) ^ 1), ports);
      expect(read.last?.kind).toBe('stopped');
      expect(read.items).toEqual([]);
    }
  }, 60_000);

  it.each(Object.entries(headers))('with %s gives nothing', async (_, change) => {
    const { tar, lock, ports } = await forger();
    const read = await readWhole(await lock(withHeader(tar, change)), ports);
    expect(read.last).toMatchObject({ kind: 'stopped' });
    expect(read.items).toEqual([]);
  });

  it('of ten million entries is let go of at the first that has no place in it', async () => {
    const { tar, lock, ports } = await forger();
    const manifest = tar.subarray(0, 2 * BLOCK);
    const empty = withHeader(tar, (header) => void header.write('00000000000', 124, 'latin1')).slice(
      0,
      BLOCK,
    );
    let made = 0;
    async function* entries() {
      yield await Promise.resolve(manifest);
      for (; made < 10_000_000; made += 1) yield empty;
    }
    // What is packed does not matter: this comes out of it.
    const read = await readWhole(await lock(tar), { ...ports, gunzip: () => entries() });
    expect(read.last).toMatchObject({ kind: 'stopped' });
    expect(made).toBeLessThan(10);
  });

  it('that swells without end is let go of', async () => {
    const { tar, lock, ports } = await forger();
    const bomb = await lock(
      new Uint8Array(Buffer.concat([tar.subarray(0, BLOCK), Buffer.alloc(48 * 1024 * 1024, 1)])),
    );
    expect(bomb.length).toBeLessThan(200_000);
    expect((await readWhole(bomb, ports)).last).toMatchObject({ kind: 'stopped' });
  });
});
