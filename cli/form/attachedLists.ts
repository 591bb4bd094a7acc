import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { err, ok } from '../../core/kernel/index.ts';
import type { Result } from '../../core/kernel/index.ts';
import type { AttachedLists, Definition } from '../../core/questionnaire/index.ts';
import { stemOf } from '../../formats/fileName.ts';
import { isListFile, readList } from '../../formats/lists/readList.ts';
import { wantedFiles, wantedLists } from '../../formats/lists/wantedFiles.ts';

const LARGEST = 64 * 2 ** 20;

/**
 * The lists that lie beside a form, in its folder or in `NAME-media`, by the name that instance() and pulldata() know them by.
 * Only those that the form asks for are read.
 */
export async function listsBeside(
  form: string,
  definition: Definition,
): Promise<Result<AttachedLists, string>> {
  const lists: [string, AttachedLists[string]][] = [];
  const wanted = wantedLists(definition);
  for (const folder of foldersOf(form)) {
    const names = await readdir(folder).catch(() => []);
    for (const name of names) {
      const path = join(folder, name);
      if (!isListFile(name) || path === form || !wanted.has(stemOf(name))) continue;
      const { size } = await stat(path);
      if (size > LARGEST) return err(`${path} is larger than ${LARGEST / 2 ** 20} MB.`);
      const list = readList(path, await readFile(path, 'utf8'));
      if (!list.ok) return list;
      lists.push([stemOf(name), list.value]);
    }
  }
  return ok(Object.fromEntries(lists));
}

const foldersOf = (form: string): readonly string[] => [
  dirname(form),
  join(dirname(form), `${stemOf(form)}-media`),
];

/** Files with lists that the form reads, lie in neither folder and are not in the definition itself. */
export async function missingLists(form: string, definition: Definition): Promise<readonly string[]> {
  const wanted = wantedFiles(definition).filter(
    (file) => !Object.hasOwn(definition.documents ?? {}, stemOf(file)),
  );
  if (wanted.length === 0) return [];
  const there = await Promise.all(foldersOf(form).map((folder) => readdir(folder).catch(() => [])));
  const stems = new Set(there.flat().filter(isListFile).map(stemOf));
  return wanted.filter((file) => !stems.has(stemOf(file)));
}
