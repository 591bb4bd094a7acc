import { sql, type Kysely } from 'kysely';
import type { Clock, RandomSource, Result } from '../../../core/kernel/index.ts';
import { err, ok } from '../../../core/kernel/index.ts';
import { readIdentity } from '../identity.ts';
import { migrate } from '../migrate.ts';
import type { OpenOptions, Store } from '../openStore.ts';
import type { Tables } from '../tables.ts';
import { openPool, tablesIn } from './openPool.ts';
import { openWire } from './openWire.ts';
import { postgresProblem } from './postgresProblem.ts';
import { writeInTurn } from './postgresWriter.ts';
import { selectOnly } from './selectOnly.ts';

/** Connections of one server at the most. */
const WRITERS = 12;
const READERS = 8;
/** The turn of opening: servers that start together on an empty database make it one after the other. */
const OPENING = 4_207_117_002;

/**
 * Opens the store in a PostgreSQL database, which it shares with the other servers of the same installation. The error is one line that
 * says what to do; it never holds the password.
 */
export async function openPostgresStore(
  url: string,
  clock: Clock,
  random: RandomSource,
  options: OpenOptions = {},
): Promise<Result<Store, string>> {
  try {
    return await open(url, clock, random, options);
  } catch (error) {
    return err(postgresProblem(url, error));
  }
}

async function open(
  url: string,
  clock: Clock,
  random: RandomSource,
  { restored = false }: OpenOptions,
): Promise<Result<Store, string>> {
  const prepared = await preparePostgres(url, async (db) =>
    (await isHalfCopied(db)) ? null : readIdentity(db, clock, random, restored),
  );
  if (!prepared.ok) return prepared;
  if (prepared.value === null) return err(HALF_COPIED);
  const { server_id, store_epoch } = prepared.value;
  const writer = tablesIn(openPool(url, WRITERS));
  const read = tablesIn(openPool(url, READERS), [selectOnly]);
  const wire = openWire(url, writer);
  return ok({
    serverId: server_id,
    storeEpoch: store_epoch,
    read,
    write: (work, alone) => writeInTurn(writer, work, alone),
    wire,
    close: async () => {
      await Promise.all([wire.close(), read.destroy(), writer.destroy()]);
    },
  });
}

/**
 * What is done once, by whoever has the turn of opening. The turn is a transaction's and not a session's, which a pooler in transaction
 * mode would hand on to others; so it has a connection of its own that waits meanwhile.
 */
export async function preparePostgres<T>(
  url: string,
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<Result<T, string>> {
  const db = tablesIn(openPool(url, 2));
  try {
    return await db.transaction().execute(async (turn) => {
      await sql`select set_config('idle_in_transaction_session_timeout', '0', true), pg_advisory_xact_lock(${OPENING})`.execute(
        turn,
      );
      const unfit = await findUnfit(db);
      if (unfit !== null) return err(unfit);
      const migrated = await migrate(db);
      return migrated.ok ? ok(await work(db)) : migrated;
    });
  } finally {
    await db.destroy();
  }
}

const HALF_COPIED =
  'What was copied into this database is not complete. Run "earshot move-store" or "earshot restore" again until it has ended, or choose another with DATABASE_URL.';

/** Who the server is, is copied last. No server has a store without a survey, but maybe one without a response. */
async function isHalfCopied(db: Kysely<Tables>): Promise<boolean> {
  const named = await db.selectFrom('server').select('server_id').executeTakeFirst();
  if (named !== undefined) return false;
  const holds = async (table: 'inbox' | 'survey'): Promise<boolean> =>
    (await db.selectFrom(table).select('tenant_id').limit(1).executeTakeFirst()) !== undefined;
  return (await holds('inbox')) || (await holds('survey'));
}

const OLDEST = 15;

/** Why this server can't keep what devices hand over for good; null when it can. */
async function findUnfit(db: Kysely<Tables>): Promise<string | null> {
  const { rows } = await sql<Record<'version' | 'encoding' | 'fsync' | 'committing' | 'standby', string>>`
    select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding,
      current_setting('fsync') as fsync, current_setting('synchronous_commit') as committing,
      pg_is_in_recovery()::text as standby`.execute(db);
  const [found] = rows;
  if (found === undefined) throw new Error('PostgreSQL does not say its settings');
  const major = Math.floor(Number(found.version) / 10_000);
  if (major < OLDEST)
    return `The database runs PostgreSQL ${String(major)}: Earshot needs ${String(OLDEST)} or later. Upgrade it, or choose another with DATABASE_URL.`;
  if (found.encoding !== 'UTF8')
    return `The database keeps text as ${found.encoding}, which can't hold every language. Make one with: create database earshot encoding 'UTF8' template template0.`;
  if (found.standby === 'true')
    return 'The database is a standby that takes no writes. Give the address of the primary in DATABASE_URL.';
  if (found.fsync !== 'on' || found.committing === 'off')
    return `PostgreSQL confirms commits that a power cut would lose (fsync is ${found.fsync}, synchronous_commit is ${found.committing}). Set both on, as devices forget what we confirm.`;
  return null;
}
