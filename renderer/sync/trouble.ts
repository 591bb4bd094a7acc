import {
  PROBLEMS,
  readReply,
  type ProblemCode,
  type ReadReply,
  type RetryClass,
} from '../../core/protocol/index.ts';
import type { SyncProblem } from '../data/syncStatus.ts';
import type { Exchange } from '../transport/exchange.ts';

/** An exchange that acknowledged nothing, and what to do about it. */
export interface Trouble {
  readonly kind: SyncProblem['kind'];
  readonly detail: string;
  readonly retry: RetryClass;
  /** Nothing of the server was reached. */
  readonly unreached: boolean;
  /** Whether an item sent alone may be the cause: surely, if it lasts, only if the server is otherwise well, or not at all. */
  readonly blames: 'item' | 'itemIfItLasts' | 'itemIfServerIsWell' | 'nobody';
  readonly retryAfterSeconds: number;
}

const plain = { retry: 'later', unreached: false, blames: 'nobody', retryAfterSeconds: 0 } as const;

export const storageTrouble = (error: unknown): Trouble => ({
  ...plain,
  kind: 'storage',
  detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
});

export const tooLargeToSend: Trouble = {
  ...plain,
  kind: 'batch_too_large',
  detail: 'packs into more than the limit',
  retry: 'smaller',
  blames: 'item',
};

export const foreignReply = (detail: string, status = 0, retryAfterSeconds = 0): Trouble => ({
  ...plain,
  kind: 'notOurServer',
  detail,
  // A gateway that waited in vain is the one foreign answer behind which our server may be toiling.
  unreached: status !== 504,
  retryAfterSeconds,
});

type OurReply = Extract<ReadReply, { kind: 'ours' }>;

/** Our server's answer, or the trouble. */
export function judge(
  exchange: Exchange,
  serverId: string,
): OurReply | { kind: 'trouble'; trouble: Trouble } {
  if (exchange.kind !== 'reply') return { kind: 'trouble', trouble: brokenExchange(exchange.kind) };
  const read = readReply(exchange.reply, serverId);
  if (read.kind === 'ours') return read;
  const wait = read.retryAfterSeconds ?? 0;
  if (read.kind === 'notOurServer') {
    return { kind: 'trouble', trouble: foreignReply(read.reason, exchange.reply.status, wait) };
  }
  return { kind: 'trouble', trouble: refusal(read.code, read.retry, wait) };
}

const brokenExchange = (kind: 'unreachable' | 'timedOut'): Trouble => ({
  ...plain,
  kind,
  detail: kind === 'unreachable' ? 'no connection' : 'no answer in time',
  // A time-out may mean that the batch is too much for the line (S2).
  retry: kind === 'timedOut' ? 'smaller' : 'later',
  unreached: kind === 'unreachable',
  blames: 'itemIfServerIsWell',
});

const isKnown = (code: string): code is ProblemCode => Object.hasOwn(PROBLEMS, code);

function refusal(code: string, retry: RetryClass, retryAfterSeconds: number): Trouble {
  const kind = isKnown(code) ? code : 'unknownProblem';
  const blames = code === 'batch_too_large' ? 'item' : code === 'internal' ? 'itemIfServerIsWell' : 'nobody';
  // What is refused for its size has cost the server nothing, if it was the server and not a proxy at all.
  const unreached = code === 'batch_too_large';
  return { ...plain, kind, detail: code, retry, unreached, blames, retryAfterSeconds };
}
