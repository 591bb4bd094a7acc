import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { shell } from '../../sync-server/syncFiles/rehearsal/shell.ts';

/** What Debian's programs took, in milliseconds, and how large their file is. */
export interface ByHand {
  readonly packed: number;
  readonly opened: number;
  readonly bytes: number;
  readonly photos: number;
}

const timed = (command: string, env: Readonly<Record<string, string>>): number => {
  const begin = performance.now();
  shell(command, env);
  return performance.now() - begin;
};

/** The very contents of a sync file, opened and packed again by `age`, `gzip` and `tar`. */
export function byHand(folder: string, file: string, keys: string): ByHand {
  const [inside, again] = [join(folder, 'inside'), join(folder, 'by-hand.age')];
  mkdirSync(inside);
  const identity = join(keys, 'sync-file-identity.txt');
  const opened = timed('age -d -i "$KEY" "$FILE" | tar xz -C "$INSIDE"', {
    KEY: identity,
    FILE: file,
    INSIDE: inside,
  });
  const packed = timed('tar c -C "$INSIDE" . | gzip | age -e -i "$KEY" -o "$FILE"', {
    KEY: identity,
    FILE: again,
    INSIDE: inside,
  });
  const photos = readdirSync(join(inside, 'attachments')).filter((name) => /^[0-9a-f]{64}$/.test(name));
  return { packed, opened, bytes: statSync(again).size, photos: photos.length };
}
