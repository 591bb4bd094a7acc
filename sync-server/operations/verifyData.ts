import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type Result } from '../../core/kernel/index.ts';
import { folderStore, type AttachmentStore } from '../attachments/index.ts';
import { rebuild, rebuildIfOutdated } from '../ingest/index.ts';
import { openStore } from '../store/index.ts';
import { systemClock, systemRandom } from '../systemPorts.ts';
import { chainFindings } from './chainFindings.ts';
import { contentFindings } from './contentFindings.ts';
import { copyDatabase } from './copyDatabase.ts';
import { dataFile } from './dataFile.ts';
import { derivedFindings } from './derivedFindings.ts';
import { heldFindings } from './heldFindings.ts';

/** What was looked at and what is wrong with it, one line each; nothing in `findings`: all is well. */
interface Verification {
  readonly responses: number;
  readonly findings: readonly string[];
}

/**
 * Reads everything in a data folder: the file's own structure, the hash of each response, the chains of the devices, the contents of the
 * attachments, and whether all that is derived is what a rebuild would make. The rebuild happens in a copy, for which there must be room in the folder; the data itself is only read, so a server may
 * be at work on it. `contents`: where the attachments lie; null: they are not looked at.
 */
export async function verifyData(
  folder: string,
  contents: AttachmentStore | null = folderStore(join(folder, 'attachments')),
): Promise<Result<Verification, string>> {
  const file = dataFile(folder);
  if (!file.ok) return file;
  const path = file.value;
  const { responses, findings, damaged } = heldFindings(path);
  if (damaged) return ok({ responses, findings });
  const scratch = mkdtempSync(join(folder, '.verify-'));
  try {
    const copy = join(scratch, 'earshot.sqlite');
    copyDatabase(path, copy);
    const opened = await openStore(scratch, systemClock, systemRandom);
    if (!opened.ok) return opened;
    const before = join(scratch, 'before.sqlite');
    copyDatabase(copy, before);
    const outdated = (await rebuildIfOutdated(opened.value)) !== null;
    if (!outdated) await rebuild(opened.value);
    await opened.value.close();
    return ok({
      responses,
      findings: [
        ...findings,
        ...chainFindings(before),
        // What an older version derived is made anew when the server starts.
        ...(outdated ? [] : derivedFindings(copy, before)),
        ...(contents === null ? [] : await contentFindings(path, contents)),
      ],
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
