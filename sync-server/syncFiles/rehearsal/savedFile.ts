import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PushItem, SyncFileManifest } from '../../../core/protocol/index.ts';
import { writeSyncFile, type FileAttachment } from '../../../formats/syncFile/index.ts';
import { AttachmentDesk, folderStore } from '../../attachments/index.ts';
import { EventHub } from '../../events/index.ts';
import { sampleResponse, type TestDevice, type TestServer } from '../../testing/index.ts';

const BATCH = 5;

export const partsOf = (server: TestServer) => ({
  store: server.store,
  clock: server.clock,
  events: new EventHub(),
  fileKeys: server.fileKeys,
  attachments: new AttachmentDesk({
    store: server.store,
    clock: server.clock,
    contents: folderStore(join(server.folder, 'attachments')),
    incoming: join(server.folder, 'attachments', 'incoming'),
  }),
  dataFolder: server.folder,
});

interface Made {
  readonly items: readonly PushItem[];
  readonly device: TestDevice;
  readonly signedBy: TestDevice;
  readonly changes: Partial<SyncFileManifest>;
  readonly recipients: readonly string[];
  /** Contents that travel behind the responses. */
  readonly attachments: readonly FileAttachment[];
}

export interface SavedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly device: TestDevice;
  readonly items: readonly PushItem[];
}

/** So many responses of a new device, saved as that device saves them. */
export async function fileOf(
  server: TestServer,
  count: number,
  changes: Partial<SyncFileManifest> = {},
  recipients?: readonly string[],
): Promise<SavedFile> {
  const device = await server.device();
  const items = Array.from({ length: count }, () => device.seal(sampleResponse()));
  return fileWith(server, { device, items, changes, ...(recipients === undefined ? {} : { recipients }) });
}

export async function fileWith(server: TestServer, given: Partial<Made>): Promise<SavedFile> {
  const device = given.device ?? (await server.device());
  const signedBy = given.signedBy ?? device;
  const items = given.items ?? [device.seal(sampleResponse()), device.seal(sampleResponse())];
  const manifest: SyncFileManifest = {
    format: 'earshot-sync-file',
    version: 1,
    fileId: randomUUID(),
    serverId: server.store.serverId,
    deviceId: device.deviceId,
    deviceName: 'Terminal 1',
    touchpointId: 'till',
    appVersion: '0.1.0',
    createdAt: server.clock.now(),
    clockOffset: 0,
    responses: items.length,
    ...given.changes,
  };
  async function* batches() {
    for (let from = 0; from < items.length; from += BATCH)
      yield await Promise.resolve({
        storeEpoch: device.storeEpoch,
        firstSeq: 1,
        items: items.slice(from, from + BATCH),
      });
  }
  async function* attachments() {
    if (given.attachments !== undefined) yield await Promise.resolve(given.attachments);
  }
  const sign = (statement: string): Promise<string> => signedBy.sign(statement);
  const recipients = given.recipients ?? server.fileKeys.announced.recipients;
  const stream = await writeSyncFile(
    { manifest, batches: batches(), attachments: attachments(), sign },
    recipients,
  );
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const path = join(server.folder, `${manifest.fileId}.earshot`);
  writeFileSync(path, bytes);
  return { path, bytes, device, items };
}

export async function inboxOf(server: TestServer): Promise<readonly string[]> {
  const rows = await server.store.read
    .selectFrom('inbox')
    .select('response_id')
    .orderBy('response_id')
    .execute();
  return rows.map((row) => row.response_id);
}
