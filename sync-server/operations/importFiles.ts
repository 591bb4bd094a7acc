import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Clock, type RandomSource, type Result } from '../../core/kernel/index.ts';
import { AttachmentDesk, folderStore } from '../attachments/index.ts';
import { EventHub } from '../events/index.ts';
import { DamagedKey, openFileKeys } from '../fileKeys/index.ts';
import { openStore } from '../store/index.ts';
import { handOver, importFile, isWatched, type Imported } from '../syncFiles/index.ts';
import { dataFile } from './dataFile.ts';

/** Takes sync files into a data folder, one after the other, each by itself. Where a server is at work on the folder, it does so. */
export async function importFiles(
  files: readonly string[],
  folder: string,
  ports: { readonly clock: Clock; readonly random: RandomSource; readonly preview: boolean },
): Promise<Result<readonly Imported[], string>> {
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined) return err(`There is no file ${missing}.`);
  if (isWatched(folder)) return handOverAll(files, folder, ports.preview);
  const found = dataFile(folder);
  if (!found.ok) return found;
  const { clock, random, preview } = ports;
  const store = await openStore(folder, clock, random);
  if (!store.ok) return store;
  try {
    const fileKeys = await openFileKeys(folder, store.value);
    const contents = folderStore(join(folder, 'attachments'));
    const incoming = join(folder, 'attachments', 'incoming');
    const parts = {
      store: store.value,
      clock,
      events: new EventHub(),
      fileKeys,
      attachments: new AttachmentDesk({ store: store.value, clock, contents, incoming }),
      dataFolder: folder,
    };
    const imports: Imported[] = [];
    for (const file of files)
      imports.push(await importFile(parts, file, { preview, through: 'earshot import' }));
    return ok(imports);
  } catch (error) {
    if (error instanceof DamagedKey) return err(error.message);
    throw error;
  } finally {
    await store.value.close();
  }
}

async function handOverAll(
  files: readonly string[],
  folder: string,
  preview: boolean,
): Promise<Result<readonly Imported[], string>> {
  const imports: Imported[] = [];
  for (const file of files) {
    const taken = await handOver(file, folder, preview);
    if (!taken.ok) return taken;
    imports.push(taken.value);
  }
  return ok(imports);
}
