import { isAcknowledging, isParking, readVerdicts, type Verdict } from '../../core/protocol/index.ts';
import { afterFailedPush } from './afterTrouble.ts';
import type { PumpPorts } from './ports.ts';
import { prepareBatch, type PreparedBatch } from './prepareBatch.ts';
import type { PumpState } from './pumpState.ts';
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
  const state = { ...before, ahead: null };
  const { items } = batch;
  const alone = items.length === 1 ? (items[0]?.seq ?? null) : null;
  const [outcome, ahead] = await Promise.all([
    exchangePush(state, token, batch, ports),
    lookAhead(state, batch, ports),
  ]);
  if ('trouble' in outcome) {
    if (batch.unseen && outcome.trouble.kind === 'bad_request') return { ...state, plain: true };
    return failed(state, { trouble: outcome.trouble, alone }, ports);
  }
  const settled = items.map(({ seq }, index) => ({ seq, verdict: outcome.verdicts[index] ?? 'retry' }));
  const { serverNow, held } = outcome;
  await ports.outbox.settle(settled, { storeEpoch: batch.storeEpoch, serverNow, held });
  if (!settled.some(({ verdict }) => isAcknowledging(verdict) || isParking(verdict))) {
    return failed(state, { trouble: allRetry, alone }, ports);
  }
  const quick = ports.clock.monotonic() - started <= QUICK;
  return {
    ...state,
    batchSize: quick ? Math.min(state.limits.maxItems, state.batchSize * 2) : state.batchSize,
    pushFailures: 0,
    tokenRenewed: false,
    notBefore: 0,
    // What went on waiting comes first again.
    ahead: settled.some(({ verdict }) => verdict === 'retry') ? null : ahead,
  };
}

/**
 * Prepares the batch after this one while the server is busy; not while the right size is still being found. Where that fails, the
 * next step meets the trouble itself.
 */
const lookAhead = (
  { batchSize, limits, plain }: PumpState,
  { items }: PreparedBatch,
  ports: PumpPorts,
): Promise<PreparedBatch | null> =>
  items.length < limits.maxItems
    ? Promise.resolve(null)
    : prepareBatch(ports, { maxItems: batchSize, after: items.at(-1)?.seq ?? 0, plain }).catch(() => null);

/** The server took nothing although it answered as it should: back off, and hold it against an item sent alone. */
const allRetry: Trouble = {
  ...foreignReply('the server asked to send again'),
  kind: 'unavailable',
  unreached: false,
  blames: 'item',
};

async function failed(
  state: PumpState,
  failure: { trouble: Trouble; alone: number | null },
  ports: PumpPorts,
): Promise<PumpState> {
  const { trouble, alone } = failure;
  const after = afterFailedPush(state, failure, { now: ports.clock.monotonic(), random: ports.random });
  if (alone !== null && trouble.blames === 'item') await ports.outbox.blame(alone);
  await ports.outbox.recordProblem(toProblem(trouble, ports), after.stopped);
  return after;
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
