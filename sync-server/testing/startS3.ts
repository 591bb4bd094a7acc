import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';

const BUCKET = 'earshot-test';

export interface TestStorage {
  /** What a server's environment says of it. It knows one account only. */
  readonly environment: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

/** S3-compatible storage with an empty bucket, on a free port of the loopback. It checks signatures. */
export async function startS3(prefix = 'some/where'): Promise<TestStorage> {
  const directory = mkdtempSync(join(tmpdir(), 'earshot-s3-'));
  const storage = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory,
    configureBuckets: [{ name: BUCKET }],
  });
  const { port } = await storage.run();
  let isRunning = true;
  return {
    environment: {
      ATTACHMENTS: `s3://${BUCKET}/${prefix}`,
      AWS_ENDPOINT_URL: `http://127.0.0.1:${String(port)}`,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'S3RVER',
      AWS_SECRET_ACCESS_KEY: 'S3RVER',
    },
    stop: async () => {
      if (isRunning) await storage.close();
      isRunning = false;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
