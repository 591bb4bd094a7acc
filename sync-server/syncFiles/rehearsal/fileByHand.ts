import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PushItem } from '../../../core/protocol/index.ts';
import type { TestDevice, TestServer } from '../../testing/index.ts';
import type { Photo } from './photo.ts';
import { shell } from './shell.ts';

/**
 * A sync file as docs/sync-file.md describes it, made by somebody who has only read that page: of our own code there is nothing in it but the
 * device's signature. The folder holds its entries afterwards.
 */
export async function fileByHand(
  server: TestServer,
  device: TestDevice,
  { items, photos }: { readonly items: readonly PushItem[]; readonly photos: readonly Photo[] },
): Promise<string> {
  const folder = join(server.folder, 'by-hand');
  const file = { serverId: server.store.serverId, deviceId: device.deviceId, fileId: 'by-hand-1' };
  const sign = (kind: string, digest: string): Promise<string> =>
    device.sign(
      [`earshot-sync-file-${kind}-v1`, file.serverId, file.deviceId, file.fileId, digest].join('\n'),
    );
  const names: string[] = [];
  const put = (name: string, contents: string | Buffer): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), contents);
    names.push(name);
  };
  const sizes = photos.map(({ contents }) => contents.length);
  const manifest = JSON.stringify({
    format: 'earshot-sync-file',
    version: 1,
    ...file,
    deviceName: 'By hand',
    touchpointId: 'till',
    appVersion: '0.1.0',
    createdAt: server.clock.now(),
    clockOffset: null,
    responses: items.length,
    attachments: { count: photos.length, bytes: sizes.reduce((sum, size) => sum + size, 0) },
  });
  put('manifest.json', manifest);
  const lines = items.map((item) => JSON.stringify(item));
  const batch = {
    batchId: `${file.fileId}.1`,
    storeEpoch: device.storeEpoch,
    firstSeq: 1,
    previous: sha256(manifest),
    lines: lines.map(sha256),
  };
  const batchDigest = sha256(canonical(batch));
  put('batches/000001.seal.json', JSON.stringify({ ...batch, signature: await sign('batch', batchDigest) }));
  put('batches/000001.jsonl', lines.map((line) => `${line}\n`).join(''));
  const attachments = photos.map(({ contents }) => ({ sha256: sha256(contents), bytes: contents.length }));
  const group = { previous: batchDigest, attachments };
  const groupDigest = sha256(canonical(group));
  put(
    'attachments/000001.seal.json',
    JSON.stringify({ ...group, signature: await sign('attachments', groupDigest) }),
  );
  for (const { contents } of photos) put(`attachments/${sha256(contents)}`, contents);
  const end = { batches: 1, responses: items.length, attachments: photos.length, previous: groupDigest };
  put('end.json', JSON.stringify({ ...end, signature: await sign('end', sha256(canonical(end))) }));
  return packed(server, folder, names);
}

function packed(server: TestServer, folder: string, names: readonly string[]): string {
  const path = join(server.folder, 'by-hand.earshot');
  const [recipient = ''] = server.fileKeys.announced.recipients;
  shell('tar c --format=ustar -C "$FOLDER" $NAMES | gzip | age -r "$RECIPIENT" -o "$OUT"', {
    FOLDER: folder,
    NAMES: names.join(' '),
    RECIPIENT: recipient,
    OUT: path,
  });
  return path;
}

const sha256 = (contents: string | Buffer): string => createHash('sha256').update(contents).digest('hex');

/** RFC 8785, of what stands in seals: members by name, no blanks. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}
