import { statSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/** How many bytes an account may still write beside this file. */
export function bytesFree(path: string): number {
  const { bavail, bsize } = statfsSync(dirname(path));
  return bavail * bsize;
}

/**
 * An upgrade writes the schema and then all that is derived, which is less than the database itself. Where that has no room it would end
 * half-way, under a schema that the former version does not know: so nothing is begun. The problem is one line; null: there is room.
 */
export function roomProblem(path: string, free: number): string | null {
  const { size } = statSync(path);
  if (free >= size) return null;
  const megabytes = (bytes: number): string => `${String(Math.ceil(bytes / 1e6))} MB`;
  return (
    `The database in ${dirname(path)} is of an older version, and bringing it up to date takes as much room as it has: ` +
    `${megabytes(size)}, of which ${megabytes(free)} are free. Make room there; nothing was changed, and the former version still starts.`
  );
}
