import { createHash, randomUUID } from 'node:crypto';
import { copyFileSync, createReadStream, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportReport } from '../../core/protocol/index.ts';
import { writeWhole } from './writeWhole.ts';

/** What is kept of sync files in the data folder, by the SHA-256 of their bytes; no name that a file brings is ever a path. */
export class KeptFiles {
  readonly #folder: string;

  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, 'sync-files');
    for (const part of ['reports', 'kept', 'receipts'])
      mkdirSync(join(this.#folder, part), { recursive: true, mode: 0o700 });
  }

  /** The last report on these bytes. */
  report(sha256: string): ImportReport | null {
    const path = this.#reportPath(sha256);
    return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as ImportReport) : null;
  }

  keepReport(report: ImportReport): void {
    writeWhole(this.#reportPath(report.file.sha256), `${JSON.stringify(report, null, 2)}\n`);
  }

  /** A copy of a file that was not taken, or not whole: nothing is lost because we did not understand it. */
  keepFile(path: string, sha256: string): void {
    const place = join(this.#folder, 'kept', `${sha256}.earshot`);
    if (existsSync(place)) return;
    const part = `${place}.${randomUUID()}.part`;
    copyFileSync(path, part);
    renameSync(part, place);
  }

  receiptPath(sha256: string): string {
    return join(this.#folder, 'receipts', `${sha256}.receipt`);
  }

  #reportPath(sha256: string): string {
    return join(this.#folder, 'reports', `${sha256}.json`);
  }
}

export async function measureFile(
  path: string,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const digest = createHash('sha256');
  let bytes = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    digest.update(chunk);
    bytes += chunk.length;
  }
  return { bytes, sha256: digest.digest('hex') };
}
