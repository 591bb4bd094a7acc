import { hashOf, type AttachmentStore } from '../attachments/index.ts';
import { Refusal } from '../http/index.ts';
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
export async function contentFindings(
  databaseFile: string,
  contents: AttachmentStore,
): Promise<readonly string[]> {
  try {
    return await compare(databaseFile, contents);
  } catch (error) {
    if (error instanceof Refusal) return [`attachments were not looked at: ${error.message}`];
    throw error;
  }
}

async function compare(databaseFile: string, contents: AttachmentStore): Promise<readonly string[]> {
  // Listed first: what comes later is not asked for a name.
  const listed: string[] = [];
  for await (const sha256 of contents.list()) listed.push(sha256);
  const database = openReadOnly(databaseFile);
  try {
    const knows =
      database.prepare(`select 1 from sqlite_master where name = 'attachment'`).get() !== undefined;
    if (!knows) return [];
    const isHeld = database.prepare('select 1 from attachment where sha256 = ?');
    // A backup of before may be looked at, too.
    const opened = database.prepare(`select 1 from sqlite_master where name = 'opened_attachment'`).get();
    const isNamed = database.prepare(
      ['response_attachment', ...(opened === undefined ? [] : ['opened_attachment'])]
        .map((table) => `select 1 from ${table} where sha256 = @sha256`)
        .join(' union all '),
    );
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
    const unnamed: string[] = [];
    for (const sha256 of listed)
      if (isHeld.get(sha256) === undefined && isNamed.get({ sha256 }) === undefined)
        if ((await contents.size(sha256)) !== null) unnamed.push(sha256);
    return [
      ...told(
        'its contents are not there; a device that still keeps them sends them again when it asks',
        missing,
      ),
      ...told('its contents are not what came', wrong),
      ...told('no response names it; remove the file', unnamed),
    ];
  } finally {
    database.close();
  }
}

function told(what: string, hashes: readonly string[]): readonly string[] {
  const more = hashes.length - LISTED;
  return [
    ...hashes.slice(0, LISTED).map((sha256) => `attachment ${sha256}: ${what}`),
    ...(more > 0 ? [`and ${String(more)} more attachments: ${what}`] : []),
  ];
}
