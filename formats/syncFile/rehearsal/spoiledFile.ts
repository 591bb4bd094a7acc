import { gzipSync } from 'node:zlib';
import type { SyncFileManifest } from '../../../core/protocol/index.ts';
import type { FileAttachment, FileBatch } from '../index.ts';
import { encrypterFor, makeKeyPair } from '../keys.ts';
import { BLOCK } from '../tarHeader.ts';
import { tarOf } from '../writeSyncFile.ts';
import { inGroups, rehearsedSigner } from './rehearsedFile.ts';
import { entriesOf } from './tarEntries.ts';

interface Genuine {
  readonly manifest: SyncFileManifest;
  readonly batches: () => AsyncIterable<FileBatch>;
  readonly attachments: readonly FileAttachment[];
  readonly sign: (statement: string) => Promise<string>;
  readonly recipient: string;
}

/** A file as a stranger can make it, who knows the public key and has a real file's inside, but not the device's key. */
export async function forgerOf({ manifest, batches, attachments, sign, recipient }: Genuine) {
  const tarBy = async (signedBy: Genuine['sign']): Promise<Uint8Array> => {
    const blocks: Uint8Array[] = [];
    const source = { manifest, batches: batches(), attachments: inGroups(attachments, 2), sign: signedBy };
    for await (const chunk of tarOf(source)) blocks.push(chunk);
    return bytesOf(Buffer.concat(blocks));
  };
  return {
    tar: await tarBy(sign),
    strangersTar: await tarBy((await rehearsedSigner()).sign),
    strangersKey: (await makeKeyPair()).recipient,
    lock: (tar: Uint8Array, forWhom = recipient): Promise<Uint8Array> => lockPacked(gzipSync(tar), forWhom),
  };
}
export type Forger = Awaited<ReturnType<typeof forgerOf>>;

/** For contents that somebody packed in his own way. */
export const lockPacked = (packed: Uint8Array, recipient: string): Promise<Uint8Array> =>
  encrypterFor([recipient]).encrypt(bytesOf(packed));

const bytesOf = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes);

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
  'two entries change places': (tar, at, byte) => {
    const entries = entriesOf(tar).map(({ from, end }) => tar.subarray(from - BLOCK, end));
    const [one, other] = [at % entries.length, byte % entries.length];
    const swapped = entries.map((entry, place) =>
      place === one ? entries[other] : place === other ? entries[one] : entry,
    );
    return bytesOf(Buffer.concat([...swapped.flatMap((entry) => entry ?? []), Buffer.alloc(2 * BLOCK)]));
  },
  'a block is taken out': (tar, at) => {
    const from = at - (at % BLOCK);
    return bytesOf(Buffer.concat([tar.subarray(0, from), tar.subarray(from + BLOCK)]));
  },
  'a block is there twice': (tar, at) => {
    const end = at - (at % BLOCK) + BLOCK;
    return bytesOf(Buffer.concat([tar.subarray(0, end), tar.subarray(end - BLOCK)]));
  },
  'it is cut': (tar, at) => tar.subarray(0, at),
};

/** The header of some entry, with its sum made right again, as whoever changes one on purpose does. */
export function withHeader(tar: Uint8Array, change: (header: Buffer) => void, at = 0): Uint8Array {
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
  return bytesOf(changed);
}

export const spoiltHeaders: Readonly<Record<string, (header: Buffer) => void>> = {
  'a path that leads out': (header) => void header.write('../../manifest.json\0', 0, 'latin1'),
  'an absolute path': (header) => void header.write('/manifest.json\0', 0, 'latin1'),
  'a name of an attachment that is no hash': (header) =>
    void header.write('attachments/../../../etc/passwd\0', 0, 'latin1'),
  'a symbolic link': (header) => void header.write('2', 156, 'latin1'),
  'a hard link': (header) => void header.write('1', 156, 'latin1'),
  'a folder': (header) => void header.write('5', 156, 'latin1'),
  'a size that lies': (header) => void header.write('77777777777', 124, 'latin1'),
  'a size that lies a little': (header) => void header.write('00000000017', 124, 'latin1'),
};

/** The same length, so that no header has to follow. */
const edited = (tar: Uint8Array, from: RegExp, to: string): Uint8Array =>
  bytesOf(
    Buffer.from(
      Buffer.from(tar)
        .toString('latin1')
        .replace(from, (found) => to.slice(0, found.length).padEnd(found.length)),
      'latin1',
    ),
  );

type Spoil = (forger: Forger, at: number, byte: number) => Promise<Uint8Array>;
/** Every way to spoil a file: inside, at its headers, in its manifest and signatures, by whose keys it is made, and outside. */
export const spoils: readonly Spoil[] = [
  ...Object.values(changes).map(
    (change): Spoil =>
      ({ tar, lock }, at, byte) =>
        lock(change(tar, at % tar.length, byte)),
  ),
  ...Object.values(spoiltHeaders).map(
    (change): Spoil =>
      ({ tar, lock }, at) =>
        lock(withHeader(tar, change, at)),
  ),
  ({ tar, lock }, at) => lock(edited(tar, /"responses":9/, `"responses":${String(at % 9)}`)),
  ({ tar, lock }) => lock(edited(tar, /"deviceName":"[^"]*"/, '"deviceName":"Mallory"')),
  // As many letters as a signature has, of some other statement.
  ({ tar, lock }, at) => lock(edited(tar, /"signature":"[\w-]{60}/, `"signature":"${String(at).repeat(60)}`)),
  ({ strangersTar, lock }) => lock(strangersTar),
  ({ tar, lock, strangersKey }) => lock(tar, strangersKey),
  async ({ tar, lock }, at, byte) => {
    const locked = await lock(tar);
    const place = at % locked.length;
    return locked.with(place, (locked[place] ?? 0) ^ (1 << (byte % 8)));
  },
];
