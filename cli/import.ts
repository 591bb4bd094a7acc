import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { importFiles, systemClock, systemRandom, writeReport } from '../sync-server/operations/index.ts';
import { dataFolder } from './data/dataFolder.ts';
import type { Ending } from './ending.ts';

export const IMPORT_USAGE = `earshot import FILE... [--data DIR] [--preview] [--json]
  takes sync files in as if they came over the network, and says what became of each. The same file twice changes nothing. --preview
  only looks. A running server is handed a copy and answers with its report; without one the command works by itself. What is not taken
  is kept, and where the receipt to carry back lies is in the report. Exit status 1: not all of it was taken.`;

/** The command behind `earshot import`. */
export async function importCommand(args: readonly string[]): Promise<Ending> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      preview: { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return { status: 0, output: IMPORT_USAGE };
  if (positionals.length === 0) return { status: 2, error: IMPORT_USAGE };
  const imported = await importFiles(
    positionals.map((file) => resolve(file)),
    dataFolder(values.data),
    { clock: systemClock, random: systemRandom, preview: values.preview === true },
  );
  if (!imported.ok) return { status: 1, error: imported.error };
  const status = imported.value.every(({ report }) => report.state === 'merged') ? 0 : 1;
  const output =
    values.json === true
      ? JSON.stringify(imported.value, null, 2)
      : imported.value.map(({ report, receipt }) => writeReport(report, receipt)).join('\n\n');
  return { status, output };
}
