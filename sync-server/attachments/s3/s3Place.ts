import { err, ok, type Result } from '../../../core/kernel/index.ts';

/** Where in S3-compatible storage attachments lie, and by which account. Holds a secret: never to be logged. */
export interface S3Place {
  readonly bucket: string;
  /** Before every name: '' or 'some/folder/'. */
  readonly prefix: string;
  /** null: Amazon's own. */
  readonly endpoint: string | null;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | null;
}

const ADDRESS = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([A-Za-z0-9!_.*'()/-]*))?$/;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads `ATTACHMENTS=s3://bucket/prefix` and the variables that Amazon's own tools read. null: attachments lie in the data folder. The error
 * is one line that says what to do, without the secret.
 */
export function readS3Place(environment: Environment): Result<S3Place | null, string> {
  const address = environment['ATTACHMENTS'] ?? '';
  if (address === '') return ok(null);
  const [, bucket, path = ''] = ADDRESS.exec(address) ?? [];
  if (bucket === undefined)
    return err('ATTACHMENTS is not the address of a bucket: give it as s3://bucket/prefix, or leave it out.');
  const accessKeyId = environment['AWS_ACCESS_KEY_ID'] ?? '';
  const secretAccessKey = environment['AWS_SECRET_ACCESS_KEY'] ?? '';
  if (accessKeyId === '' || secretAccessKey === '')
    return err('ATTACHMENTS is in S3: give the account as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.');
  const endpoint = environment['AWS_ENDPOINT_URL_S3'] ?? environment['AWS_ENDPOINT_URL'] ?? null;
  if (endpoint !== null && !(/^https?:\/\//.test(endpoint) && URL.canParse(endpoint)))
    return err('AWS_ENDPOINT_URL is not an address: give it as https://host:port, or leave it out.');
  const prefix = path.replace(/^\/+|\/+$/g, '');
  return ok({
    bucket,
    prefix: prefix === '' ? '' : `${prefix}/`,
    endpoint: endpoint?.replace(/\/+$/, '') ?? null,
    region: environment['AWS_REGION'] ?? environment['AWS_DEFAULT_REGION'] ?? 'us-east-1',
    accessKeyId,
    secretAccessKey,
    sessionToken: environment['AWS_SESSION_TOKEN'] ?? null,
  });
}

/** As people may see it. */
export const s3Address = ({ bucket, prefix }: S3Place): string => `s3://${bucket}/${prefix}`;
