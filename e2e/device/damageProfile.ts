import {
  appendFileSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  openSync,
  writeSync,
  closeSync,
} from 'node:fs';
import { join } from 'node:path';

/** The folder of the browser's profile in which the pages' storage lies. */
const inside = (profile: string): string => join(profile, 'Default');

/** Every file below a folder whose name says so, the largest first. */
function filesBelow(folder: string, isWanted: (name: string) => boolean): string[] {
  const entries = readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && isWanted(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((one, other) => statSync(other).size - statSync(one).size);
}

const databases = (profile: string): string => join(inside(profile), 'IndexedDB');

export const databaseLogs = (profile: string): string[] =>
  filesBelow(databases(profile), (name) => name.endsWith('.log'));

function largestLog(profile: string): string {
  const log = filesBelow(databases(profile), (name) => name.endsWith('.log'))[0];
  if (log === undefined) throw new Error('the browser keeps its databases in another way: no .log was found');
  return log;
}

/** A block that has gone bad in the file that says which files count. */
export function overwriteCurrent(profile: string): void {
  const [current] = filesBelow(databases(profile), (name) => name === 'CURRENT');
  if (current === undefined) throw new Error('no CURRENT');
  writeFileSync(current, 'garbage');
}

/** The same in the list of these files. */
export function overwriteManifest(profile: string): void {
  const [manifest] = filesBelow(databases(profile), (name) => name.startsWith('MANIFEST-'));
  if (manifest === undefined) throw new Error('no MANIFEST');
  writeFileSync(manifest, Buffer.alloc(statSync(manifest).size, 0xa5));
}

/** The end of the database is missing: it opens as if nothing had been. */
export function truncateLog(profile: string, share: number): void {
  const log = largestLog(profile);
  truncateSync(log, Math.floor(statSync(log).size * share));
}

export function overwriteMiddleOfLog(profile: string): void {
  const log = largestLog(profile);
  const { size } = statSync(log);
  const file = openSync(log, 'r+');
  writeSync(file, Buffer.alloc(Math.ceil(size / 20), 0xa5), 0, null, Math.floor(size / 2));
  closeSync(file);
}

/** A write that power or room failed in its middle: LevelDB's record says 3,000 bytes, and a hundred are there. */
export function tearLog(profile: string): void {
  const record = Buffer.alloc(107, 0xa5);
  record.writeUInt16LE(3_000, 4);
  record.writeUInt8(1, 6);
  appendFileSync(largestLog(profile), record);
}

export const removeDatabases = (profile: string): void =>
  rmSync(databases(profile), { recursive: true, force: true });

/** The private file system of pages, with its list of names. */
export const removePrivateFiles = (profile: string): void =>
  rmSync(join(inside(profile), 'File System'), { recursive: true });

/** `undefined`: not yet. */
export function localStorageSays(profile: string, text: string): true | undefined {
  const files = filesBelow(join(inside(profile), 'Local Storage'), () => true);
  return files.some((file) => readFileSync(file, 'latin1').includes(text)) ? true : undefined;
}
