import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import pg from 'pg';
import type { Tables } from '../tables.ts';
import type { Wire } from '../wire.ts';

const CHANNEL = 'earshot';
/** Milliseconds. */
const FIRST_PAUSE = 100;
const LONGEST_PAUSE = 5_000;
const ASK_EVERY = 15_000;
const ANSWER_WITHIN = 10_000;

interface OpenWire extends Wire {
  close(): Promise<void>;
}

/**
 * NOTIFY and LISTEN. Listening has a connection of its own, opened when somebody wants to hear, and again whenever it was lost; a pooler
 * in transaction mode would not keep it. Messages are sent after the commits they tell of, not within: PostgreSQL lets transactions that
 * notify commit one after the other only.
 */
export function openWire(url: string, writer: Kysely<Tables>): OpenWire {
  const self = randomUUID();
  const listening = new AbortController();
  let ended: Promise<void> = Promise.resolve();
  return {
    send: (text) => {
      // Where it can't be sent the store has trouble that others notice soon enough; what was missed shows with the next look.
      sql`select pg_notify(${CHANNEL}, ${`${self} ${text}`})`.execute(writer).catch(() => undefined);
    },
    hear: (message, lapsed) => {
      const heard = (text: string): void => {
        if (!text.startsWith(self)) message(text.slice(self.length + 1));
      };
      ended = listen(url, { heard, lapsed }, listening.signal);
    },
    close: async () => {
      listening.abort();
      await ended;
    },
  };
}

interface Listener {
  readonly heard: (text: string) => void;
  readonly lapsed: () => void;
}

async function listen(url: string, { heard, lapsed }: Listener, stop: AbortSignal): Promise<void> {
  let pause = FIRST_PAUSE;
  let before = false;
  while (!stop.aborted) {
    const client = new pg.Client({
      connectionString: url,
      application_name: 'earshot listening',
      connectionTimeoutMillis: ANSWER_WITHIN,
      query_timeout: ANSWER_WITHIN,
      keepAlive: true,
    });
    const lost = lostOf(client);
    client.on('notification', ({ payload = '' }) => {
      heard(payload);
    });
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      if (before) lapsed();
      before = true;
      pause = FIRST_PAUSE;
      await untilLost(client, AbortSignal.any([lost, stop]));
    } catch {
      // Tried again below, for as long as the server runs.
    }
    client.end().catch(() => undefined);
    await pauseOf(pause, stop);
    pause = Math.min(LONGEST_PAUSE, pause * 2);
  }
}

function lostOf(client: pg.Client): AbortSignal {
  const lost = new AbortController();
  for (const event of ['error', 'end'] as const)
    client.on(event, () => {
      lost.abort();
    });
  return lost.signal;
}

/** Asks now and then whether the other side is there still: a connection that nobody writes to can be dead for hours. */
async function untilLost(client: pg.Client, lost: AbortSignal): Promise<void> {
  for (;;) {
    await pauseOf(ASK_EVERY, lost);
    if (lost.aborted) return;
    await client.query('select 1');
  }
}

const pauseOf = (milliseconds: number, stop: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (stop.aborted) {
      resolve();
      return;
    }
    const over = (): void => {
      clearTimeout(timer);
      stop.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, milliseconds);
    timer.unref();
    stop.addEventListener('abort', over);
  });
