import { existsSync } from 'node:fs';
import type { ImportReport } from '../../core/protocol/index.ts';
import { err, ok, type Clock, type RandomSource, type Result } from '../../core/kernel/index.ts';
import { EventHub } from '../events/index.ts';
import { DamagedKey, openFileKeys } from '../fileKeys/index.ts';
import { openStore } from '../store/index.ts';
import { importFile } from '../syncFiles/index.ts';
import { dataFile } from './dataFile.ts';

export interface FileImport {
  readonly report: ImportReport;
  /** Where the receipt is, to be carried back; null: there is none. */
  readonly receipt: string | null;
}

/** Takes sync files into a data folder, one after the other, each by itself. No server may be at work on the folder. */
export async function importFiles(
  files: readonly string[],
  folder: string,
  ports: { readonly clock: Clock; readonly random: RandomSource; readonly preview: boolean },
): Promise<Result<readonly FileImport[], string>> {
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined) return err(`There is no file ${missing}.`);
  const found = dataFile(folder);
  if (!found.ok) return found;
  const { clock, random, preview } = ports;
  const store = await openStore(folder, clock, random);
  if (!store.ok) return store;
  try {
    const fileKeys = await openFileKeys(folder, store.value);
    const parts = { store: store.value, clock, events: new EventHub(), fileKeys, dataFolder: folder };
    const imports: FileImport[] = [];
    for (const file of files) imports.push(await importFile(parts, file, { preview }));
    return ok(imports);
  } catch (error) {
    if (error instanceof DamagedKey) return err(error.message);
    throw error;
  } finally {
    await store.value.close();
  }
}
