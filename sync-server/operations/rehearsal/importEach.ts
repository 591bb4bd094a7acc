import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { openReadOnly } from '../../store/index.ts';
import { systemClock, systemRandom } from '../../systemPorts.ts';
import { importFiles } from '../importFiles.ts';
import { verifyData } from '../verifyData.ts';
import type { TakenIn } from './separateImporter.ts';

/**
 * A program that takes in sync files as `earshot import` does, each into a fresh copy of a data folder, looks through all of that data
 * afterwards as `earshot verify` does, and prints what came of it, a line for a line. At the end, the most memory that it ever had.
 */
const [, , folder = ''] = process.argv;
const ports = { clock: systemClock, random: systemRandom, preview: false };

async function takeIn(file: string): Promise<TakenIn> {
  const data = mkdtempSync(join(dirname(folder), 'data-'));
  try {
    cpSync(folder, data, { recursive: true });
    const imported = await importFiles([file], data, ports);
    if (!imported.ok) throw new Error(imported.error);
    const [{ report, receipt } = { report: null, receipt: null }] = imported.value;
    if (report === null) throw new Error('no report');
    const verified = await verifyData(data);
    return {
      report,
      hasReceipt: receipt !== null,
      findings: verified.ok ? verified.value.findings : [verified.error],
      ...held(data),
    };
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}

/** What the store says that it holds now. */
function held(data: string): Pick<TakenIn, 'responses' | 'photos'> {
  const database = openReadOnly(join(data, 'earshot.sqlite'));
  try {
    const responses = database
      .prepare<[], TakenIn['responses'][number]>(
        'select response_id as responseId, content_hash as contentHash, conflict from inbox order by arrival',
      )
      .all();
    const photos = database
      .prepare<[], string>('select sha256 from attachment order by sha256')
      .pluck()
      .all();
    return { responses, photos };
  } finally {
    database.close();
  }
}

/** In megabytes, as Linux counts it from when the program was loaded. */
function peak(): number {
  const [, kilobytes = 'NaN'] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kilobytes) / 1_024;
}

for await (const file of createInterface({ input: process.stdin }))
  process.stdout.write(`${JSON.stringify({ ...(await takeIn(file)), peakMegabytes: peak() })}\n`);
