import type { PumpPorts } from './ports.ts';
import type { PumpState } from './pumpState.ts';

/** Milliseconds between failures of one item that count: what ails the server for seconds is over by then. */
const APART = 2 * 60_000;

/** Counts a failure of an item that was sent alone, where a passing trouble may be the cause as well (S3). */
export async function holdAgainst(
  state: PumpState,
  seq: number,
  { clock, outbox }: PumpPorts,
): Promise<PumpState> {
  const now = clock.monotonic();
  const { blamed } = state;
  if (blamed?.seq === seq && now < blamed.at + APART) return state;
  await outbox.blame(seq);
  return { ...state, blamed: { seq, at: now } };
}
