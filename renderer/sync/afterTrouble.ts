import type { RandomSource } from '../../core/kernel/index.ts';
import { LONGEST, LONGEST_UNREACHED, backOff } from './backOff.ts';
import type { PumpState } from './pumpState.ts';
import type { Trouble } from './trouble.ts';

interface Moment {
  readonly now: number;
  readonly random: RandomSource;
}

/** A server that asks for years of silence is not ours to obey: an hour is the longest wait on request. */
const LONGEST_REQUEST = 3_600;

const waitAsRequested = (state: PumpState, trouble: Trouble, now: number): PumpState => {
  const seconds = Math.min(trouble.retryAfterSeconds, LONGEST_REQUEST);
  return { ...state, retryAfter: Math.max(state.retryAfter, now + seconds * 1_000) };
};

const longestFor = (trouble: Trouble): number => (trouble.unreached ? LONGEST_UNREACHED : LONGEST);

/** `never`: the sending stops; a hello asks rarely whether the reason still stands, as nobody may pass by to restart the device. */
const stop = (state: PumpState, { now, random }: Moment): PumpState => ({
  ...state,
  stopped: true,
  token: null,
  notBefore: now + LONGEST / 2 + backOff(30, LONGEST / 2, random),
});

/** A hello that failed says that the server is not well, so it clears whichever item was under suspicion. */
export function afterFailedHello(before: PumpState, trouble: Trouble, moment: Moment): PumpState {
  const state = waitAsRequested({ ...before, token: null, suspect: null }, trouble, moment.now);
  if (trouble.retry === 'never') return stop(state, moment);
  const wait = backOff(state.helloFailures, longestFor(trouble), moment.random);
  return { ...state, helloFailures: state.helloFailures + 1, notBefore: moment.now + wait };
}

export interface FailedPush {
  readonly trouble: Trouble;
  /** Sequence number of an item that was sent alone. */
  readonly alone: number | null;
}

export function afterFailedPush(
  before: PumpState,
  { trouble, alone }: FailedPush,
  moment: Moment,
): PumpState {
  const state = waitAsRequested(before, trouble, moment.now);
  if (trouble.retry === 'never') return stop(state, moment);
  if (trouble.retry === 'afterHello' && !state.tokenRenewed) {
    return { ...state, token: null, tokenRenewed: true };
  }
  const smaller = trouble.retry === 'smaller' && alone === null;
  const batchSize = smaller ? Math.max(1, Math.floor(state.batchSize / 2)) : state.batchSize;
  if (smaller && trouble.kind === 'batch_too_large') return { ...state, batchSize };
  const wait = backOff(state.pushFailures, longestFor(trouble), moment.random);
  return {
    ...state,
    batchSize,
    token: trouble.retry === 'afterHello' ? null : state.token,
    tokenRenewed: false,
    suspect: trouble.blames === 'itemIfServerIsWell' ? alone : null,
    pushFailures: state.pushFailures + 1,
    notBefore: moment.now + wait,
  };
}
