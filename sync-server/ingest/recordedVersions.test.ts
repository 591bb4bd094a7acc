import { webcrypto } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { helloStatement } from '../../core/protocol/index.ts';
import { startTestServer, type TestServer } from '../testing/index.ts';

type Members = Readonly<Record<string, unknown>>;
interface Recording {
  readonly privateKey: webcrypto.JsonWebKey;
  readonly enrol: Members;
  readonly hello: Members;
  readonly push: Members;
  readonly verdicts: readonly string[];
}

const FOLDER = join(import.meta.dirname, '../../core/protocol/recorded');
const read = (file: string): Recording => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Recording;

async function signer(key: webcrypto.JsonWebKey): Promise<(text: string) => Promise<string>> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const imported = await webcrypto.subtle.importKey('jwk', key, algorithm, false, ['sign']);
  return async (text) =>
    Buffer.from(await webcrypto.subtle.sign(algorithm, imported, Buffer.from(text))).toString('base64url');
}

describe('devices of former versions', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer();
  });
  afterEach(() => server.stop());

  const post = async (path: string, body: Members, token = ''): Promise<Record<string, string>> => {
    const reply = await fetch(server.origin + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    });
    expect([path, reply.status]).toEqual([path, 200]);
    return (await reply.json()) as Record<string, string>;
  };

  it.each(readdirSync(FOLDER))('F4 %s is understood as it was when it was recorded', async (file) => {
    const recording = read(file);
    const sign = await signer(recording.privateKey);
    const { deviceId = '', serverId = '' } = await post('/api/device/enrol', {
      ...recording.enrol,
      code: await server.newCode(),
    });
    const { nonce = '' } = await post('/api/sync/challenge', { protocol: 1, deviceId });
    const signature = await sign(helloStatement(serverId, deviceId, nonce));
    const { token } = await post('/api/sync/hello', { ...recording.hello, deviceId, nonce, signature });
    const push = async () => (await post('/api/sync/push', { ...recording.push, deviceId }, token))['items'];
    const verdictsOf = (items: unknown) => (items as { verdict: string }[]).map(({ verdict }) => verdict);
    expect(verdictsOf(await push())).toEqual(recording.verdicts);
    expect(verdictsOf(await push())).toEqual(recording.verdicts.map(() => 'duplicate'));
    const { responses, distribution } = await (await server.console()).overview();
    expect({ responses, distribution }).toEqual({ responses: 2, distribution: [1, 1, 0, 0, 0] });
  });
});
