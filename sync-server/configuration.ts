import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../core/kernel/index.ts';
import { readS3Place, type S3Place } from './attachments/index.ts';

export interface Configuration {
  readonly host: string;
  readonly port: number;
  readonly dataFolder: string;
  /** A PostgreSQL database to keep everything in, instead of a file in the data folder; null: none. May hold a password. */
  readonly databaseUrl: string | null;
  /** Where in S3-compatible storage attachments lie, with a secret; null: in the data folder. */
  readonly contents: S3Place | null;
  readonly logLevel: string;
  /** Proxies whose word on the client's address is believed; null: none. */
  readonly trustProxy: string | null;
  /** Make everything derived anew from the inbox before listening. */
  readonly rebuild: boolean;
  /** The data folder was put back from a backup: devices are to send again what they keep (H6). */
  readonly restored: boolean;
}

const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'];

export const USAGE = `Usage: npm start -- [--port 4400] [--host 127.0.0.1] [--data ./data] [--log warn] [--rebuild]
                    [--restored] [--trust-proxy loopback]
The environment variables EARSHOT_PORT, EARSHOT_HOST, EARSHOT_DATA, EARSHOT_LOG and EARSHOT_TRUST_PROXY say the same; flags win.
DATABASE_URL=postgres://account:password@host/database keeps everything in PostgreSQL, which several servers may share.
ATTACHMENTS=s3://bucket/prefix keeps attachments in S3-compatible storage; AWS_ENDPOINT_URL, AWS_REGION, AWS_ACCESS_KEY_ID and
AWS_SECRET_ACCESS_KEY say where and by which account.
--rebuild counts everything anew from the inbox first.
--restored says that the data folder was put back from a backup: every device sends again what it still keeps.
--trust-proxy believes X-Forwarded-For, -Host and -Proto of a reverse proxy: loopback, or addresses separated by commas.`;

/** Reads flags, then the environment, then defaults. The error is one line that says what to do. */
export function readConfiguration(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Result<Configuration | 'help', string> {
  const flags = readFlags(args);
  if (!flags.ok) return flags;
  if (flags.value.help === true) return ok('help');
  const { value } = flags;
  const port = value.port ?? environment['EARSHOT_PORT'] ?? '4400';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    return err(`The port is "${port}": give a number from 0 to 65535 with --port or EARSHOT_PORT.`);
  const dataFolder = value.data ?? environment['EARSHOT_DATA'] ?? 'data';
  if (dataFolder.trim() === '')
    return err('The data folder has no name: give one with --data or EARSHOT_DATA.');
  const databaseUrl = environment['DATABASE_URL'] ?? null;
  if (databaseUrl !== null && !(/^postgres(ql)?:\/\//.test(databaseUrl) && URL.canParse(databaseUrl)))
    return err(
      'DATABASE_URL is not the address of a PostgreSQL database: give it as postgres://account:password@host:5432/database, or leave it out.',
    );
  const contents = readS3Place(environment);
  if (!contents.ok) return contents;
  const logLevel = value.log ?? environment['EARSHOT_LOG'] ?? 'warn';
  if (!LOG_LEVELS.includes(logLevel))
    return err(
      `The log level is "${logLevel}": give one of ${LOG_LEVELS.join(', ')} with --log or EARSHOT_LOG.`,
    );
  const trustProxy = value['trust-proxy'] ?? environment['EARSHOT_TRUST_PROXY'] ?? null;
  if (trustProxy !== null && !trustProxy.split(',').every(isProxy))
    return err(
      `The proxy to trust is "${trustProxy}": give loopback, or addresses such as 10.0.0.7 or 10.0.0.0/8 separated by commas, with --trust-proxy or EARSHOT_TRUST_PROXY.`,
    );
  return ok({
    host: value.host ?? environment['EARSHOT_HOST'] ?? '127.0.0.1',
    port: Number(port),
    dataFolder: resolve(dataFolder),
    databaseUrl,
    contents: contents.value,
    logLevel,
    trustProxy,
    rebuild: value.rebuild ?? false,
    restored: value.restored ?? false,
  });
}

function isProxy(text: string): boolean {
  const [address = '', bits = '0', ...more] = text.trim().split('/');
  const most = isIP(address) === 4 ? 32 : 128;
  const isRange = isIP(address) !== 0 && /^\d{1,3}$/.test(bits) && Number(bits) <= most;
  return more.length === 0 && (text.trim() === 'loopback' || isRange);
}

function readFlags(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        log: { type: 'string' },
        'trust-proxy': { type: 'string' },
        rebuild: { type: 'boolean' },
        restored: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    return ok(values);
  } catch (error) {
    const what = error instanceof Error ? error.message.split('.')[0] : 'unreadable';
    return err(
      `The arguments were not understood (${what ?? ''}). Known: --port, --host, --data, --log, --trust-proxy, --rebuild, --restored, --help.`,
    );
  }
}
