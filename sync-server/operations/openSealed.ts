import { err, ok, type Clock, type RandomSource, type Result } from '../../core/kernel/index.ts';
import { recipientOf } from '../../formats/syncFile/index.ts';
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

/** Opens the sealed responses in a data folder. No server may be at work on it. */
export async function openSealedData(
  folder: string,
  identities: readonly string[],
  { clock, random, tell }: OpeningPorts,
): Promise<Result<Opening, string>> {
  const file = dataFile(folder);
  if (!file.ok) return file;
  return openIn(await openStore(folder, clock, random), identities, clock, tell);
}

/** The same in PostgreSQL. Servers may be at work. */
export const openSealedPostgres = async (
  url: string,
  identities: readonly string[],
  { clock, random, tell }: OpeningPorts,
): Promise<Result<Opening, string>> =>
  openIn(await openPostgresStore(url, clock, random), identities, clock, tell);

async function openIn(
  opened: Awaited<ReturnType<typeof openStore>>,
  identities: readonly string[],
  clock: Clock,
  tell: (opened: number) => void,
): Promise<Result<Opening, string>> {
  if (!opened.ok) return opened;
  try {
    return ok(await openWaiting({ store: opened.value, clock }, identities, tell));
  } finally {
    await opened.value.close();
  }
}
