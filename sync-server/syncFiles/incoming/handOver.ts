import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { err, ok, type Result } from '../../../core/kernel/index.ts';
import type { ImportReport } from '../../../core/protocol/index.ts';
import type { Imported } from '../importFile.ts';
import { ONLY_LOOK, REPORT, SYNC_FILE, isWatched, placesIn, receiptName } from './places.ts';

const PATIENCE = 200;

/**
 * Has the running server of a data folder take a file in, and waits for the report. The file stays where it is; the server gets a copy. The
 * error is one line that says what to do.
 */
export async function handOver(
  file: string,
  dataFolder: string,
  preview: boolean,
): Promise<Result<Imported, string>> {
  const { incoming, imported, refused } = placesIn(dataFolder);
  const base = basename(file).replace(/\.earshot$/i, '');
  const ticket = `${base}-${randomBytes(4).toString('hex')}${preview ? ONLY_LOOK : SYNC_FILE}`;
  const put = join(incoming, ticket);
  copyFileSync(file, join(incoming, `.${ticket}.part`));
  renameSync(join(incoming, `.${ticket}.part`), put);
  const named = (report: ImportReport): ImportReport => ({
    ...report,
    file: { ...report.file, name: basename(file) },
  });
  for (;;) {
    if (preview && existsSync(put + REPORT)) {
      const report = readReport(put);
      rmSync(put + REPORT);
      return ok({ report: named(report), receipt: null });
    }
    const place = [imported, refused].find((folder) => existsSync(join(folder, ticket)));
    if (place !== undefined) {
      const receipt = join(place, receiptName(ticket));
      return ok({
        report: named(readReport(join(place, ticket))),
        receipt: existsSync(receipt) ? receipt : null,
      });
    }
    if (!isWatched(dataFolder)) return err(stoppedText(put, preview));
    await pause(PATIENCE);
  }
}

const readReport = (path: string): ImportReport =>
  JSON.parse(readFileSync(path + REPORT, 'utf8')) as ImportReport;

function stoppedText(put: string, preview: boolean): string {
  if (!preview)
    return `The server stopped meanwhile. A copy of the file lies in ${put}: the server takes it in when it starts again.`;
  rmSync(put, { force: true });
  return 'The server stopped meanwhile. Nothing was changed; run the command again.';
}
