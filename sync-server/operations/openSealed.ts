import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { err, ok, type Clock, type RandomSource, type Result } from '../../core/kernel/index.ts';
import { recipientOf } from '../../formats/syncFile/index.ts';
import {
  folderStore,
  openAttachments,
  type AttachmentStore,
  type FileOpening,
} from '../attachments/index.ts';
import { openWaiting, type Opening } from '../ingest/index.ts';
import { openPostgresStore, openStore } from '../store/index.ts';
import { dataFile } from './dataFile.ts';

interface OpeningPorts {
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly tell: (opened: number) => void;
}

/** Private keys as they stand in a key file, by itself or among other lines; the error says what is wrong with it. */
export async function readIdentities(text: string): Promise<Result<readonly string[], string>> {
  const found = text.match(/AGE-SECRET-KEY-1[0-9A-Z]+/g) ?? [];
  if (found.length === 0)
    return err('There is no private key in it: it begins with AGE-SECRET-KEY-1, as on the printed sheet.');
  for (const identity of found)
    if (!(await isSound(identity)))
      return err(
        'A private key in it was not copied as it stands on the sheet: a letter is missing, or another one.',
      );
  return ok([...new Set(found)]);
}

/** The last letters of a key are a checksum over the others. */
const isSound = (identity: string): Promise<boolean> =>
  recipientOf(identity).then(
    () => true,
    () => false,
  );

/** What became of responses, and of their files; null: it was not said where those lie. */
export interface OpenedData extends Opening {
  readonly files: FileOpening | null;
}

/** Opens the sealed responses in a data folder, and their files. No server may be at work on it. */
export async function openSealedData(
  folder: string,
  identities: readonly string[],
  ports: OpeningPorts,
  contents: AttachmentStore = folderStore(join(folder, 'attachments')),
): Promise<Result<OpenedData, string>> {
  const file = dataFile(folder);
  if (!file.ok) return file;
  // In the folder itself, as contents are moved from there to their place.
  const scratch = { contents, beside: join(folder, '.opening-') };
  return openIn(await openStore(folder, ports.clock, ports.random), identities, ports, scratch);
}

/** The same in PostgreSQL. Servers may be at work. Files are opened where it is said where they lie, as the database does not know. */
export const openSealedPostgres = async (
  url: string,
  identities: readonly string[],
  ports: OpeningPorts,
  contents: AttachmentStore | null = null,
): Promise<Result<OpenedData, string>> =>
  openIn(
    await openPostgresStore(url, ports.clock, ports.random),
    identities,
    ports,
    contents && { contents, beside: join(tmpdir(), 'earshot-opening-') },
  );

async function openIn(
  opened: Awaited<ReturnType<typeof openStore>>,
  identities: readonly string[],
  { clock, tell }: OpeningPorts,
  place: { readonly contents: AttachmentStore; readonly beside: string } | null,
): Promise<Result<OpenedData, string>> {
  if (!opened.ok) return opened;
  const store = opened.value;
  try {
    const responses = await openWaiting({ store, clock }, identities, tell);
    if (place === null) return ok({ ...responses, files: null });
    const scratch = mkdtempSync(place.beside);
    try {
      const { contents } = place;
      return ok({
        ...responses,
        files: await openAttachments({ store, clock, contents, scratch }, identities),
      });
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  } finally {
    await store.close();
  }
}
