import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { err, ok } from '../../core/kernel/index.ts';
import type { Result } from '../../core/kernel/index.ts';
import type { AttachedLists, Definition } from '../../core/questionnaire/index.ts';
import { stemOf } from '../../formats/fileName.ts';
import { isListFile, readList } from '../../formats/lists/readList.ts';

const LARGEST = 64 * 2 ** 20;

/** Names of the files that a form may ask for, without their folders. */
function wantedNames(definition: Definition): (name: string) => boolean {
  const said = JSON.stringify(definition);
  return (name) => said.includes(stemOf(name));
}

/**
 * The lists that lie beside a form, in its folder or in `NAME-media`, by the name that instance() and pulldata() know them by.
 * Only those that the form speaks of are read.
 */
export async function listsBeside(
  form: string,
  definition: Definition,
): Promise<Result<AttachedLists, string>> {
  const folders = [dirname(form), join(dirname(form), `${stemOf(form)}-media`)];
  const lists: [string, AttachedLists[string]][] = [];
  const isWanted = wantedNames(definition);
  for (const folder of folders) {
    const names = await readdir(folder).catch(() => []);
    for (const name of names) {
      const path = join(folder, name);
      if (!isListFile(name) || path === form || !isWanted(name)) continue;
      const { size } = await stat(path);
      if (size > LARGEST) return err(`${path} is larger than ${LARGEST / 2 ** 20} MB.`);
      const list = readList(path, await readFile(path, 'utf8'));
      if (!list.ok) return list;
      lists.push([stemOf(name), list.value]);
    }
  }
  return ok(Object.fromEntries(lists));
}
