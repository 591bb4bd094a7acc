import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startS3 } from '../testing/index.ts';
import { folderStore, hashOf, readS3Place, s3Store, type AttachmentStore } from './index.ts';

const sha256Of = (contents: Uint8Array): string => createHash('sha256').update(contents).digest('hex');

function s3From(environment: Readonly<Record<string, string>>): AttachmentStore {
  const place = readS3Place(environment);
  if (!place.ok || place.value === null) throw new Error('no bucket');
  return s3Store(place.value);
}

interface Opened {
  readonly store: AttachmentStore;
  readonly close: () => Promise<void>;
}

const STORES: readonly (readonly [string, (scratch: string) => Promise<Opened>])[] = [
  [
    'in a folder',
    (scratch) =>
      Promise.resolve({ store: folderStore(join(scratch, 'contents')), close: () => Promise.resolve() }),
  ],
  [
    'in S3-compatible storage',
    async () => {
      const { environment, stop } = await startS3();
      return { store: s3From(environment), close: stop };
    },
  ],
];

describe.each(STORES)('contents of attachments %s', (_, open) => {
  let scratch: string;
  let opened: Opened;
  beforeEach(async () => {
    scratch = mkdtempSync(join(tmpdir(), 'earshot-'));
    opened = await open(scratch);
  });
  afterEach(async () => {
    await opened.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  const finished = (contents: Uint8Array): { readonly sha256: string; readonly path: string } => {
    const path = join(scratch, `finished-${sha256Of(contents)}`);
    writeFileSync(path, contents);
    return { sha256: sha256Of(contents), path };
  };
  const listed = async (): Promise<readonly string[]> => {
    const found: string[] = [];
    for await (const sha256 of opened.store.list()) found.push(sha256);
    return found.sort();
  };

  it.each([0, 1, 3_000_000])(
    '[T3] %i bytes are there as they were, and the finished file is gone',
    async (bytes) => {
      const { store } = opened;
      const { sha256, path } = finished(randomBytes(bytes));
      expect([await store.size(sha256), await store.read(sha256), await listed()]).toEqual([null, null, []]);
      await store.take(sha256, path);
      expect(existsSync(path)).toBe(false);
      expect(await store.size(sha256)).toBe(bytes);
      const contents = await store.read(sha256);
      expect(contents === null ? null : await hashOf(contents)).toBe(sha256);
      expect(await listed()).toEqual([sha256]);
    },
  );

  it('takes the same twice, and removes what is there and what is not', async () => {
    const { store } = opened;
    const contents = randomBytes(1_000);
    for (let time = 0; time < 2; time += 1) {
      const { sha256, path } = finished(contents);
      await store.take(sha256, path);
    }
    const sha256 = sha256Of(contents);
    expect(await listed()).toEqual([sha256]);
    for (let time = 0; time < 2; time += 1) await store.remove(sha256);
    expect([await store.size(sha256), await listed()]).toEqual([null, []]);
  });
});

describe('storage that does not do what it is asked', () => {
  it('is trouble that says so, and never the secret', async () => {
    const { environment, stop } = await startS3();
    const scratch = mkdtempSync(join(tmpdir(), 'earshot-'));
    const path = join(scratch, 'finished');
    writeFileSync(path, 'abc');
    const trouble = async (more: Readonly<Record<string, string>>): Promise<string> => {
      const store = s3From({ ...environment, ...more });
      const asked = [
        store.take(sha256Of(Buffer.from('abc')), path),
        store.list()[Symbol.asyncIterator]().next(),
      ];
      const said = await Promise.all(asked.map((one) => one.then(() => 'no trouble', String)));
      return said.join(' ');
    };
    expect(await trouble({ AWS_SECRET_ACCESS_KEY: 'hush' })).toMatch(/403 SignatureDoesNotMatch.*403 /);
    expect(await trouble({ ATTACHMENTS: 's3://elsewhere' })).toMatch(/no such bucket.*404 NoSuchBucket/);
    await stop();
    expect(await trouble({ AWS_SECRET_ACCESS_KEY: 'hush' })).toMatch(/ECONNREFUSED.*ECONNREFUSED/);
    expect(existsSync(path)).toBe(true);
    rmSync(scratch, { recursive: true });
  });

  it.each([
    [{ ATTACHMENTS: 'https://bucket/x' }, 's3://bucket/prefix'],
    [{ ATTACHMENTS: 's3://bucket' }, 'AWS_ACCESS_KEY_ID'],
    [
      {
        ATTACHMENTS: 's3://b-1',
        AWS_ACCESS_KEY_ID: 'a',
        AWS_SECRET_ACCESS_KEY: 'hush',
        AWS_ENDPOINT_URL: 'x',
      },
      'https://host:port',
    ],
  ])('%# is refused when the server starts, with what to do', (environment, advice) => {
    const read = readS3Place(environment);
    expect(read.ok ? '' : read.error).toContain(advice);
    expect(JSON.stringify(read)).not.toContain('hush');
  });
});
