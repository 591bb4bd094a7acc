import { LIMITS, type Verdict } from '../../core/protocol/index.ts';
import type { PushLimits } from './parseHelloReply.ts';
import type { Committed } from '../data/committed.ts';
import type { PreparedBatch } from './prepareBatch.ts';

/** Everything the pump knows between two steps. Times are of the clock that never jumps, in milliseconds. */
export interface PumpState {
  /** Items in the next batch (S2). */
  readonly batchSize: number;
  readonly limits: PushLimits;
  readonly token: { readonly value: string; readonly until: number } | null;
  /** When the next heartbeat hello is due (H3). */
  readonly heartbeatAt: number;
  /** Responses that the last hello said were waiting: once they are gone, the server should hear of it. */
  readonly toldWaiting: number;
  readonly helloFailures: number;
  readonly pushFailures: number;
  /** End of the back-off; being woken ends it early. */
  readonly notBefore: number;
  /** The least wait that a server asked for; nothing ends it early. */
  readonly retryAfter: number;
  /** A `never` problem stands: hellos now and then ask whether it still does, nothing is pushed (S5). */
  readonly stopped: boolean;
  /** An item that was sent alone when the exchange broke: its fault only if the server answers a hello right after. */
  readonly suspect: number | null;
  /** The item that a failure was last counted against, and when (S3). */
  readonly blamed: { readonly seq: number; readonly at: number } | null;
  /** A new token was already fetched for the push at hand (S5: once per attempt). */
  readonly tokenRenewed: boolean;
  /** What lay packed on the device was refused as no batch at all: from now on everything is unpacked, and what can't be is parked. */
  readonly plain: boolean;
  /** The next batch, read and packed while the server was busy with the one before. Good only while nothing goes wrong. */
  readonly ahead: PreparedBatch | null;
  /** What the server said of the batch before `ahead`, to be written down while that one is under way. Lost, it is asked for again. */
  readonly unsettled: Settlement | null;
}

interface Settlement {
  readonly settled: readonly { readonly seq: number; readonly verdict: Verdict }[];
  readonly committed: Committed;
}

/** The largest batch. */
export const mostItems = ({ maxItems, maxPackedItems }: PushLimits): number =>
  Math.max(maxItems, maxPackedItems);

export const freshPump: PumpState = {
  batchSize: LIMITS.maxPackedItems,
  limits: LIMITS,
  token: null,
  heartbeatAt: 0,
  toldWaiting: 0,
  helloFailures: 0,
  pushFailures: 0,
  notBefore: 0,
  retryAfter: 0,
  stopped: false,
  suspect: null,
  blamed: null,
  tokenRenewed: false,
  plain: false,
  ahead: null,
  unsettled: null,
};

/** Why the pump is woken: a new response after an idle spell, the network back, a person asking. */
export type Wake = 'recorded' | 'online' | 'requested';

/** A new response does not cut a back-off short: the reason to wait still stands. */
export function wakeUp(state: PumpState, wake: Wake, now: number): PumpState {
  if (wake === 'recorded') return state;
  const awake = { ...state, notBefore: Math.min(state.notBefore, now) };
  return wake === 'requested' ? { ...awake, heartbeatAt: Math.min(state.heartbeatAt, now) } : awake;
}

export const mayTryAt = (state: PumpState): number => Math.max(state.notBefore, state.retryAfter);

export const needsHello = (state: PumpState, now: number): boolean =>
  state.token === null ||
  state.token.until <= now ||
  state.heartbeatAt <= now ||
  state.stopped ||
  state.suspect !== null;
