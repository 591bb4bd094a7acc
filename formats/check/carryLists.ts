import { err, ok } from '../../core/kernel/index.ts';
import type { Result } from '../../core/kernel/index.ts';
import type { DataNode, Definition } from '../../core/questionnaire/index.ts';
import { stemOf } from '../fileName.ts';
import { isListFile, readList } from '../lists/readList.ts';
import { wantedFiles } from '../lists/wantedFiles.ts';
import { textOf, type FormFile } from './formFile.ts';

type ListTree = NonNullable<Definition['documents']>[string];

interface Carried {
  readonly definition: Definition;
  /** Names of the files that went into it. */
  readonly files: readonly string[];
  /** What is asked for and was not there, or could not be read. */
  readonly missing: readonly { readonly file: string; readonly message: string }[];
}

/**
 * A questionnaire that carries the lists it reads from files, so that it runs wherever it is published: each becomes one of its own
 * `documents`, under the name that instance() and pulldata() know the file by.
 */
export function carryLists(definition: Definition, beside: readonly FormFile[]): Carried {
  const wanted = wantedFiles(definition);
  const files: string[] = [];
  const missing: Carried['missing'][number][] = [];
  const documents = new Map(Object.entries(definition.documents ?? {}));
  for (const file of wanted) {
    if (documents.has(stemOf(file))) continue;
    const found = beside.find(({ name }) => isListFile(name) && stemOf(name) === stemOf(file));
    const read = found === undefined ? err(whereIs(file)) : treeOf(found);
    if (!read.ok) {
      missing.push({ file, message: read.error });
      continue;
    }
    documents.set(stemOf(file), read.value);
    if (found !== undefined) files.push(found.name);
  }
  return { definition: files.length === 0 ? definition : withLists(definition, documents), files, missing };
}

const withLists = (definition: Definition, documents: ReadonlyMap<string, ListTree>): Definition => ({
  ...definition,
  documents: Object.fromEntries(documents),
});

/** What to say of a list that does not lie beside its form. */
export const whereIs = (file: string): string =>
  `The list "${file}" is read from a file that is not here; hand it over together with the form.`;

function treeOf(file: FormFile): Result<ListTree, string> {
  const list = readList(file.name, textOf(file));
  if (!list.ok) return list;
  const [root] = list.value.children;
  return root === undefined ? err(`${file.name} is empty.`) : ok(asTree(root));
}

/** Columns that no expression can name are left out. */
const NAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;

function asTree(node: DataNode): ListTree {
  const { name, children } = node;
  return children.length === 0
    ? { name, text: node.text() }
    : { name, children: children.filter((child) => NAME.test(child.name)).map(asTree) };
}
