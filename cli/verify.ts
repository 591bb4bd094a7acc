import { parseArgs } from 'node:util';
import { readS3Place, s3Store, verifyData, verifyPostgres } from '../sync-server/operations/index.ts';
import { dataPlace } from './data/dataPlace.ts';
import type { Ending } from './ending.ts';

export const VERIFY_USAGE = `earshot verify [--data DIR] [--json]
  reads everything in a server's data folder: the database file, the hash of each response, the chains of the devices, the contents of the
  attachments, and whether counters and all else that is derived is what a rebuild would make of them. Changes nothing, needs twice the database's room in the folder,
  and a server may be at work meanwhile. Without --data, the same for the PostgreSQL database of DATABASE_URL, by a copy in the folder for
  temporary files. With ATTACHMENTS=s3://bucket/prefix the attachments in that bucket are looked at; without, those in the folder, and none
  of a PostgreSQL database. The status is 1 if anything is wrong.`;

/** The command behind `earshot verify`. */
export async function verify(args: readonly string[]): Promise<Ending> {
  const { values } = parseArgs({
    args: [...args],
    options: { data: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help === true) return { status: 0, output: VERIFY_USAGE };
  const place = dataPlace(values.data);
  const bucket = readS3Place(process.env);
  if (!bucket.ok) return { status: 1, error: bucket.error };
  const contents = bucket.value === null ? undefined : s3Store(bucket.value);
  const verified =
    'folder' in place
      ? await verifyData(place.folder, contents)
      : await verifyPostgres(place.databaseUrl, contents);
  if (!verified.ok) return { status: 1, error: verified.error };
  const { responses, findings } = verified.value;
  const status = findings.length === 0 ? 0 : 1;
  if (values.json === true) return { status, output: JSON.stringify(verified.value) };
  const read = `${String(responses)} responses read`;
  return {
    status,
    output: status === 0 ? `${read}: all is well.` : [`${read}:`, ...findings].join('\n'),
  };
}
