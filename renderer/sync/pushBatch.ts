import { err, ok } from '../../core/kernel/index.ts';
import { isAcknowledging, isParking, readVerdicts, type Verdict } from '../../core/protocol/index.ts';
import { afterFailedPush } from './afterTrouble.ts';
import { holdAgainst } from './holdAgainst.ts';
import type { PumpPorts } from './ports.ts';
import { prepareBatch, type PreparedBatch } from './prepareBatch.ts';
import { mostItems, type PumpState } from './pumpState.ts';
import { toProblem } from './sayHello.ts';
import { foreignReply, judge, tooLargeToSend, type Trouble } from './trouble.ts';

const QUICK = 10_000;

/** Sends one batch and does what the verdicts say. `token` is the state's, known to be there. */
export async function pushBatch(
  before: PumpState,
  token: string,
  batch: PreparedBatch,
  ports: PumpPorts,
): Promise<PumpState> {
  const started = ports.clock.monotonic();
  const state = { ...before, ahead: null, unsettled: null };
  const { items } = batch;
  const alone = items.length === 1 ? (items[0]?.seq ?? null) : null;
  const [outcome, ahead, written] = await Promise.all([
    exchangePush(state, token, batch, ports),
    lookAhead(state, batch, ports),
    settleUnsettled(before, ports).then(
      () => ok(null),
      (error: unknown) => err(error),
    ),
  ]);
  // Not before the exchange is over: nothing of this step may reach into the next.
  if (!written.ok) throw written.error;
  if ('trouble' in outcome) {
    if (batch.unseen && outcome.trouble.kind === 'bad_request') return { ...state, plain: true };
    return failed(state, { trouble: outcome.trouble, alone }, ports);
  }
  const settled = items.map(({ seq }, index) => ({ seq, verdict: outcome.verdicts[index] ?? 'retry' }));
  const { serverNow, held } = outcome;
  const settlement = { settled, committed: { storeEpoch: batch.storeEpoch, serverNow, held } };
  // What went on waiting comes first again.
  const goesOn = ahead !== null && !settled.some(({ verdict }) => verdict === 'retry');
  if (!goesOn) await ports.outbox.settle(settlement.settled, settlement.committed);
  if (!settled.some(({ verdict }) => isAcknowledging(verdict) || isParking(verdict))) {
    return failed(state, { trouble: allRetry, alone }, ports);
  }
  const quick = ports.clock.monotonic() - started <= QUICK;
  return {
    ...state,
    batchSize: quick ? Math.min(mostItems(state.limits), state.batchSize * 2) : state.batchSize,
    pushFailures: 0,
    tokenRenewed: false,
    notBefore: 0,
    ahead: goesOn ? ahead : null,
    unsettled: goesOn ? settlement : null,
  };
}

/** Writes down what is known of the batch before; where that fails, it is thrown. */
export async function settleUnsettled(state: PumpState, { outbox }: PumpPorts): Promise<PumpState> {
  if (state.unsettled === null) return state;
  await outbox.settle(state.unsettled.settled, state.unsettled.committed);
  return { ...state, unsettled: null };
}

/**
 * Prepares the batch after this one while the server is busy; not while the right size is still being found, nor behind a small one, as
 * little follows it. Where that fails, the next step meets the trouble itself.
 */
const lookAhead = (
  state: PumpState,
  { items }: PreparedBatch,
  ports: PumpPorts,
): Promise<PreparedBatch | null> =>
  state.batchSize < mostItems(state.limits) || items.length < state.limits.maxItems / 2
    ? Promise.resolve(null)
    : prepareBatch(state, items.at(-1)?.seq ?? 0, ports).catch(() => null);

/** The server took nothing although it answered as it should: back off, and hold it against an item sent alone. */
const allRetry: Trouble = {
  ...foreignReply('the server asked to send again'),
  kind: 'unavailable',
  unreached: false,
  blames: 'itemIfItLasts',
};

async function failed(
  state: PumpState,
  failure: { trouble: Trouble; alone: number | null },
  ports: PumpPorts,
): Promise<PumpState> {
  const { trouble, alone } = failure;
  const after = afterFailedPush(state, failure, { now: ports.clock.monotonic(), random: ports.random });
  if (alone !== null && trouble.blames === 'item') await ports.outbox.blame(alone);
  const lasts = alone !== null && trouble.blames === 'itemIfItLasts';
  const held = lasts ? await holdAgainst(after, alone, ports) : after;
  await ports.outbox.recordProblem(toProblem(trouble, ports), after.stopped);
  return held;
}

/** What the server said of the batch. */
interface Answer {
  readonly verdicts: readonly Verdict[];
  readonly serverNow: number | null;
  readonly held: number | null;
}

async function exchangePush(
  state: PumpState,
  token: string,
  { batchId, items, packed }: PreparedBatch,
  { network, identity }: PumpPorts,
): Promise<Answer | { trouble: Trouble }> {
  if (packed.length > state.limits.maxBatchBytes) return { trouble: tooLargeToSend };
  const read = judge(await network.push(token, packed), identity.serverId);
  if (read.kind === 'trouble') return read;
  const verdicts = readVerdicts(read.body, batchId, items);
  if (verdicts === null) return { trouble: foreignReply('a reply to another batch') };
  const { now, held } = read.body;
  return {
    verdicts,
    serverNow: typeof now === 'number' ? now : null,
    held: typeof held === 'number' ? held : null,
  };
}
