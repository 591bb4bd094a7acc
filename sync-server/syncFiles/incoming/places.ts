import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { lockFolder, type FolderLock } from '../../store/index.ts';

/** Where files are put to be taken in, and where they lie then. */
export interface Places {
  readonly incoming: string;
  readonly imported: string;
  readonly refused: string;
}

/** Whoever puts a file there under such a name has it taken in. */
export const SYNC_FILE = '.earshot';
/** Only looked at: the report lies beside it then, and the file is gone. */
export const ONLY_LOOK = '.earshot-look';
/** Stands behind the whole name of a file. */
export const REPORT = '.report.json';

export function placesIn(dataFolder: string): Places {
  const places = {
    incoming: join(dataFolder, 'incoming'),
    imported: join(dataFolder, 'imported'),
    refused: join(dataFolder, 'refused'),
  };
  for (const place of Object.values(places)) mkdirSync(place, { recursive: true });
  return places;
}

const lockPlace = (dataFolder: string): string => join(dataFolder, 'sync-files');

/** The right to watch, for one server only; null: another has it. */
export function beginWatching(dataFolder: string): FolderLock | null {
  mkdirSync(lockPlace(dataFolder), { recursive: true, mode: 0o700 });
  const lock = lockFolder(lockPlace(dataFolder));
  return lock.ok ? lock.value : null;
}

/** Whether a running server takes in what is put there. */
export function isWatched(dataFolder: string): boolean {
  if (!existsSync(lockPlace(dataFolder))) return false;
  const lock = beginWatching(dataFolder);
  lock?.release();
  return lock === null;
}

/** What people may tell a file by that lies beside others of the same name. */
export const receiptName = (name: string): string => `${name.slice(0, -SYNC_FILE.length)}.receipt`;
