import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeKeyPair } from './keys.ts';
import {
  aManifest,
  attachmentOf,
  inBatches,
  itemsOf,
  portsFor,
  readWhole,
  rehearsedSigner,
} from './rehearsal/rehearsedFile.ts';
import { forgerOf, spoils, spoiltHeaders, withHeader } from './rehearsal/spoiledFile.ts';
import { BLOCK } from './tarHeader.ts';

const items = itemsOf(9);
const attachments = [attachmentOf(1, 40), attachmentOf(2, 700), attachmentOf(3, 1_600)];
const hashes = attachments.map(({ sha256 }) => sha256);
/** In each merge as many as there is time for; `EARSHOT_SPOILED_FILES=2000` has them all. */
const RUNS = Number(process.env['EARSHOT_SPOILED_FILES'] ?? 400);

async function forger() {
  const [signer, keys] = [await rehearsedSigner(), await makeKeyPair()];
  const forged = await forgerOf({
    manifest: aManifest({ responses: 9, attachments: { count: 3, bytes: 2_340 } }),
    batches: () => inBatches(items, 3),
    attachments,
    sign: signer.sign,
    recipient: keys.recipient,
  });
  return { ...forged, ports: portsFor(keys.identity, signer.verify) };
}

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

  it('is not whole where anything but zeros stands behind its end', async () => {
    const { tar, lock, ports } = await forger();
    const behind = async (more: Uint8Array) =>
      (await readWhole(await lock(new Uint8Array(Buffer.concat([tar, more]))), ports)).last;
    expect(await behind(new Uint8Array(20 * BLOCK))).toEqual({ kind: 'end' });
    for (const more of [tar.subarray(0, 2 * BLOCK), new Uint8Array([1]), new Uint8Array(70 * 1024)])
      expect(await behind(more)).toMatchObject({ kind: 'stopped', stop: { trouble: 'unplannedEntry' } });
    const locked = await lock(tar);
    const twice = new Uint8Array(Buffer.concat([locked, locked]));
    expect((await readWhole(twice, ports)).last?.kind).toBe('stopped');
  });

  it('is refused from the byte on that age finds changed', async () => {
    const { tar, lock, ports } = await forger();
    const locked = await lock(tar);
    for (let at = 0; at < locked.length; at += 97) {
      const read = await readWhole(locked.with(at, (locked[at] ?? 0) ^ 1), ports);
      expect(read.last?.kind).toBe('stopped');
      expect(read.items).toEqual([]);
    }
  }, 60_000);

  it.each(Object.entries(spoiltHeaders))('with %s gives nothing', async (_, change) => {
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
