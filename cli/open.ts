import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import {
  openSealedData,
  openSealedPostgres,
  readIdentities,
  readS3Place,
  s3Store,
  systemClock,
  systemRandom,
} from '../sync-server/operations/index.ts';
import { dataPlace } from './data/dataPlace.ts';
import type { Ending } from './ending.ts';

export const OPEN_USAGE = `earshot open --key FILE [--data DIR]
  opens the sealed responses that wait, and their photos and other files, with the private keys in FILE (several --key are possible; - reads
  what is typed or piped in). What arrived stays as it is; what is opened is kept beside it, and counts. Stop the server first, or open in a
  copy of the data. Without --data, the same for the PostgreSQL database of DATABASE_URL, where servers may go on. With
  ATTACHMENTS=s3://bucket/prefix the files in that bucket are opened; without, those in the folder, and none of a PostgreSQL database.
  Exit status 1: something could not be opened.`;

/** The command behind `earshot open`. */
export async function openCommand(args: readonly string[]): Promise<Ending> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      key: { type: 'string', multiple: true },
      data: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return { status: 0, output: OPEN_USAGE };
  if (values.key === undefined) return { status: 2, error: OPEN_USAGE };
  const identities: string[] = [];
  for (const file of values.key) {
    const read = await readIdentities(readFileSync(file === '-' ? 0 : file, 'utf8'));
    if (!read.ok) return { status: 2, error: `${file}: ${read.error}` };
    identities.push(...read.value);
  }
  const place = dataPlace(values.data);
  const bucket = readS3Place(process.env);
  if (!bucket.ok) return { status: 1, error: bucket.error };
  const contents = bucket.value === null ? undefined : s3Store(bucket.value);
  const ports = { clock: systemClock, random: systemRandom, tell };
  const done =
    'folder' in place
      ? await openSealedData(place.folder, identities, ports, contents)
      : await openSealedPostgres(place.databaseUrl, identities, ports, contents);
  return done.ok ? report(done.value) : { status: 1, error: done.error };
}

type Opening = Extract<Awaited<ReturnType<typeof openSealedData>>, { readonly ok: true }>['value'];

const TELL_EVERY = 1_000;

/** Many take minutes. */
function tell(opened: number): void {
  if (opened % TELL_EVERY === 0) process.stderr.write(`${String(opened)} opened so far\n`);
}

function report({ opened, otherKeys, damaged, files }: Opening): Ending {
  const lines = [`${String(opened)} sealed responses were opened.`];
  for (const [key, count] of otherKeys)
    lines.push(`${String(count)} wait for another key; the key ${key} opens them.`);
  if (otherKeys.size > 1) lines.push('Of the keys of one response any one is enough.');
  if (damaged.length > 0)
    lines.push(
      `${String(damaged.length)} were damaged before they came here, and stay as they are: ${damaged.join(', ')}`,
    );
  lines.push(...filesIn(files));
  const shut = otherKeys.size + damaged.length + (files === null ? 0 : files.otherKey + files.damaged.length);
  return { status: shut > 0 ? 1 : 0, output: lines.join('\n') };
}

/** Nothing where there are none. */
function filesIn(files: Opening['files']): readonly string[] {
  if (files === null) return ['Files were not looked at: ATTACHMENTS says where they lie.'];
  const { opened, missing, otherKey, damaged } = files;
  return [
    ...(opened > 0 ? [`${String(opened)} of their files were opened.`] : []),
    ...(missing > 0 ? [`${String(missing)} of their files are not here yet. Open again when they are.`] : []),
    ...(otherKey > 0
      ? [`${String(otherKey)} of their files wait for the key that opened their responses.`]
      : []),
    ...(damaged.length > 0
      ? [
          `${String(damaged.length)} of their files are not what was sealed, and stay as they are: ${damaged.join(', ')}`,
        ]
      : []),
  ];
}
