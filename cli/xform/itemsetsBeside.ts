import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';

/** The text of the itemsets.csv beside an XForm, in its folder or in `NAME-media`; undefined when there is none. */
export async function itemsetsBeside(path: string): Promise<string | undefined> {
  const stem = basename(path, extname(path));
  for (const folder of [dirname(path), join(dirname(path), `${stem}-media`)]) {
    const names = await readdir(folder).catch(() => []);
    const name = names.find((each) => each === `${stem}.itemsets.csv` || each === 'itemsets.csv');
    if (name !== undefined) return readFile(join(folder, name), 'utf8');
  }
  return undefined;
}
