import { afterFailedHello } from './afterTrouble.ts';
import type { PumpPorts } from './ports.ts';
import { prepareBatch } from './prepareBatch.ts';
import { pushBatch, settleUnsettled } from './pushBatch.ts';
import { mayTryAt, needsHello, type PumpState } from './pumpState.ts';
import { sayHello, toProblem } from './sayHello.ts';
import { storageTrouble } from './trouble.ts';

export interface Step {
  readonly state: PumpState;
  /** When to step again, by the clock that never jumps; being woken may make it earlier. */
  readonly next: number;
}

/**
 * One step of the outbox pump: wait, say hello, or push one batch. Everything it touches is handed in, so that a test can rehearse any
 * network, clock and storage. A storage that fails is trouble like any other: back off, keep everything.
 */
export async function pumpStep(state: PumpState, ports: PumpPorts): Promise<Step> {
  const now = ports.clock.monotonic();
  if (mayTryAt(state) > now) return { state, next: mayTryAt(state) };
  try {
    return await act(state, ports, now);
  } catch (error) {
    const trouble = storageTrouble(error);
    // What was said of the last batch is lost at the worst: it waits still, and is asked for again.
    const kept = { ...state, ahead: null, unsettled: null };
    const after = afterFailedHello(kept, trouble, { now: ports.clock.monotonic(), random: ports.random });
    await ports.outbox.recordProblem(toProblem(trouble, ports), false).catch(() => undefined);
    return { state: after, next: mayTryAt(after) };
  }
}

async function act(state: PumpState, ports: PumpPorts, now: number): Promise<Step> {
  if (state.token === null || needsHello(state, now)) {
    const after = await sayHello(await settleUnsettled(state, ports), ports);
    return { state: after, next: mayTryAt(after) };
  }
  const batch = state.ahead ?? (await prepareBatch(state, 0, ports));
  if (batch === null) {
    // The console still shows what the last hello said was waiting: tell at once that it has all been sent.
    const heartbeatAt = state.toldWaiting > 0 ? Math.min(now, state.heartbeatAt) : state.heartbeatAt;
    return sendFiles({ ...state, pushFailures: 0, heartbeatAt }, state.token.value, ports);
  }
  const after = await pushBatch(state, state.token.value, batch, ports);
  return { state: after, next: mayTryAt(after) };
}

/** Nothing else is to be done but to wait for the heartbeat. */
async function sendFiles(state: PumpState, token: string, { files }: PumpPorts): Promise<Step> {
  if (files === undefined) return { state, next: state.heartbeatAt };
  const { next, tokenIsGood } = await files.sendPart(token);
  return { state: tokenIsGood ? state : { ...state, token: null }, next: Math.min(next, state.heartbeatAt) };
}
