import { err, isMembers, ok, type Members, type Result } from '../../kernel/index.ts';
import { isCount, isId, isText } from './values.ts';

const SYNC_FILE_FORMAT = 'earshot-sync-file';
const SYNC_FILE_VERSION = 1;

/** The first entry of a sync file: whose it is, and what is to come (L3). */
export interface SyncFileManifest {
  readonly format: typeof SYNC_FILE_FORMAT;
  readonly version: typeof SYNC_FILE_VERSION;
  readonly fileId: string;
  readonly serverId: string;
  readonly deviceId: string;
  readonly deviceName: string;
  readonly touchpointId: string;
  readonly appVersion: string;
  /** By the device's clock, milliseconds. */
  readonly createdAt: number;
  /** Server time minus device time as the last hello told; null: there was none. */
  readonly clockOffset: number | null;
  /** As many as were unsent when the device began to write. */
  readonly responses: number;
  /** As many different contents as it then set out to write behind them, and their bytes; left out: none. */
  readonly attachments?: FileAttachments;
}

export interface FileAttachments {
  readonly count: number;
  readonly bytes: number;
}

/** Reads the manifest of a file that may come from anywhere. The error is one sentence. Members of later versions are let pass. */
export function parseManifest(value: unknown): Result<SyncFileManifest, string> {
  if (!isMembers(value) || value['format'] !== SYNC_FILE_FORMAT)
    return err('This is no sync file of Earshot.');
  if (value['version'] !== SYNC_FILE_VERSION)
    return err(
      `This sync file has version ${String(value['version'])}; this server reads version 1. Update the server.`,
    );
  const {
    fileId,
    serverId,
    deviceId,
    deviceName,
    touchpointId,
    appVersion,
    createdAt,
    clockOffset,
    responses,
  } = value;
  const isWhole =
    isId(fileId) &&
    isId(serverId) &&
    isId(deviceId) &&
    isId(touchpointId) &&
    isId(appVersion) &&
    isText(deviceName);
  const isNumbered =
    Number.isFinite(createdAt) &&
    (clockOffset === null || Number.isFinite(clockOffset)) &&
    isCount(responses);
  const attachments = readAttachments(value);
  if (!isWhole || !isNumbered || attachments === null)
    return err('The manifest of the sync file has not the documented form.');
  return ok({
    format: SYNC_FILE_FORMAT,
    version: SYNC_FILE_VERSION,
    fileId,
    serverId,
    deviceId,
    deviceName,
    touchpointId,
    appVersion,
    createdAt: createdAt as number,
    clockOffset: clockOffset as number | null,
    responses,
    ...attachments,
  });
}

function readAttachments({ attachments }: Members): Pick<SyncFileManifest, 'attachments'> | null {
  if (attachments === undefined) return {};
  if (!isMembers(attachments)) return null;
  const { count, bytes } = attachments;
  return isCount(count) && isCount(bytes) ? { attachments: { count, bytes } } : null;
}
