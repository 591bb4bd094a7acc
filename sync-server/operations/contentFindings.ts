import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { folderStore, hashOf } from '../attachments/index.ts';
import { openReadOnly } from '../store/index.ts';

interface Row {
  readonly sha256: string;
  readonly bytes: number;
}

/** More of one kind are counted, not listed. */
const LISTED = 20;

/**
 * Where the contents of attachments differ from what the database says is here. A server may be at work: what it takes in or erases
 * meanwhile is no finding.
 */
export async function contentFindings(databaseFile: string, folder: string): Promise<readonly string[]> {
  const contents = folderStore(folder);
  // Listed first: what comes later is not asked for a name.
  const listed = listContents(folder);
  const database = openReadOnly(databaseFile);
  try {
    const knows =
      database.prepare(`select 1 from sqlite_master where name = 'attachment'`).get() !== undefined;
    if (!knows) return [];
    const isHeld = database.prepare('select 1 from attachment where sha256 = ?');
    const isNamed = database.prepare('select 1 from response_attachment where sha256 = ?');
    const rows = database.prepare('select sha256, bytes from attachment order by sha256').all() as Row[];
    const missing: string[] = [];
    const wrong: string[] = [];
    for (const { sha256, bytes } of rows) {
      const size = await contents.size(sha256);
      const read = size === bytes ? await contents.read(sha256) : null;
      if (read !== null && (await hashOf(read)) === sha256) continue;
      // It may have been erased since.
      if (isHeld.get(sha256) !== undefined) (size === null ? missing : wrong).push(sha256);
    }
    const unnamed = listed.filter(
      ({ name, path }) =>
        isHeld.get(name) === undefined && isNamed.get(name) === undefined && existsSync(path),
    );
    return [
      ...told(
        'its contents are not there; a device that still keeps them sends them again when it asks',
        missing,
      ),
      ...told('its contents are not what came', wrong),
      ...told(
        'no response names it; remove the file',
        unnamed.map(({ name }) => name),
      ),
    ];
  } finally {
    database.close();
  }
}

/** What lies in the folders by the first two digits; nothing else that lies there is ours to judge. */
function listContents(folder: string): readonly { readonly name: string; readonly path: string }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((place) => /^[0-9a-f]{2}$/.test(place))
    .flatMap((place) =>
      readdirSync(join(folder, place)).map((name) => ({ name, path: join(folder, place, name) })),
    );
}

function told(what: string, hashes: readonly string[]): readonly string[] {
  const more = hashes.length - LISTED;
  return [
    ...hashes.slice(0, LISTED).map((sha256) => `attachment ${sha256}: ${what}`),
    ...(more > 0 ? [`and ${String(more)} more attachments: ${what}`] : []),
  ];
}
