import { rename, rm, writeFile } from 'node:fs/promises';
import type { Files } from './formWriters.ts';

/** Writes files whole or not at all: what a path held stays until its new content is complete. Returns why it failed, if it did. */
export async function writeFiles(files: Files): Promise<string | undefined> {
  const parts = Array.from(files.keys(), (path) => [`${path}.part`, path] as const);
  try {
    for (const [path, content] of files) await writeFile(`${path}.part`, content);
    for (const [part, path] of parts) await rename(part, path);
    return undefined;
  } catch (error) {
    for (const [part] of parts) await rm(part, { force: true }).catch(() => undefined);
    return error instanceof Error ? error.message : String(error);
  }
}
