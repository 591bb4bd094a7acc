import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encrypterFor, makeKeyPair } from './keys.ts';
import {
  aManifest,
  inBatches,
  itemsOf,
  portsFor,
  readWhole,
  rehearsedSigner,
} from './rehearsal/rehearsedFile.ts';
import { BLOCK } from './tarHeader.ts';
import { tarOf } from './writeSyncFile.ts';

const items = itemsOf(9);

/** A file as a stranger can make it, who knows the public key and has a real file's inside, but not the device's key. */
async function forger() {
  const [signer, keys] = [await rehearsedSigner(), await makeKeyPair()];
  const source = { manifest: aManifest({ responses: 9 }), batches: inBatches(items, 3), sign: signer.sign };
  const blocks: Uint8Array[] = [];
  for await (const chunk of tarOf(source)) blocks.push(chunk);
  const lock = (tar: Uint8Array): Promise<Uint8Array> =>
    encrypterFor([keys.recipient]).encrypt(new Uint8Array(gzipSync(tar)));
  return { tar: new Uint8Array(Buffer.concat(blocks)), lock, ports: portsFor(keys.identity, signer.verify) };
}

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

/** With its sum made right again, as whoever changes a header on purpose does. */
function withHeader(tar: Uint8Array, change: (header: Buffer) => void): Uint8Array {
  const changed = Buffer.from(tar);
  const header = changed.subarray(0, BLOCK);
  change(header);
  header.fill(' ', 148, 156);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return new Uint8Array(changed);
}

describe('L2 L4 a sync file that was tampered with', () => {
  it('never breaks the reader and never gives what the device did not sign', async () => {
    const { tar, lock, ports } = await forger();
    const place = fc.nat({ max: tar.length - 1 });
    const change = fc.constantFrom(...Object.values(changes));
    await fc.assert(
      fc.asyncProperty(change, place, fc.nat({ max: 255 }), async (spoil, at, byte) => {
        const read = await readWhole(await lock(spoil(tar, at, byte)), ports);
        expect(read.items).toEqual(items.slice(0, read.items.length));
        if (read.last?.kind === 'end') expect(read.items).toHaveLength(items.length);
        else expect(read.last?.kind).toBe('stopped');
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  it('is refused from the byte on that age finds changed', async () => {
    const { tar, lock, ports } = await forger();
    const locked = await lock(tar);
    for (let at = 0; at < locked.length; at += 97) {
      const read = await readWhole(locked.with(at, (locked[at] ?? 0) ^ 1), ports);
      expect(read.last?.kind).toBe('stopped');
      expect(read.items).toEqual([]);
    }
  }, 60_000);

  it.each([
    ['a path that leads out', (header: Buffer) => header.write('../../manifest.json\0', 0, 'latin1')],
    ['an absolute path', (header: Buffer) => header.write('/manifest.json\0', 0, 'latin1')],
    ['a link', (header: Buffer) => header.write('2', 156, 'latin1')],
    ['a folder', (header: Buffer) => header.write('5', 156, 'latin1')],
    ['a size that lies', (header: Buffer) => header.write('77777777777', 124, 'latin1')],
  ])('with %s gives nothing', async (_, change) => {
    const { tar, lock, ports } = await forger();
    const read = await readWhole(await lock(withHeader(tar, change)), ports);
    expect(read.last).toMatchObject({ kind: 'stopped' });
    expect(read.items).toEqual([]);
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
