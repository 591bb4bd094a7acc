import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceFile } from './fileReport.ts';

const TEXT = /\.(ts|tsx|js|mjs|cjs|css|html|json|md|yml)$/;
const NOT_OURS = new Set(['node_modules', '.git', 'dist', 'data', 'coverage']);

function walk(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return [path];
    return folder === '' && NOT_OURS.has(entry.name) ? [] : walk(root, path);
  });
}

/** Every file of ours, with the text of what is text. Walks the disk: a machine with Node only has no git to ask. */
export function listSources(root: string): SourceFile[] {
  return walk(root, '').map((path) => ({
    path,
    text: TEXT.test(path) ? readFileSync(join(root, path), 'utf8') : '',
  }));
}
