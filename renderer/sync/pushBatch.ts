import { makeUuidV7 } from '../../core/kernel/index.ts';
import {
  PROTOCOL,
  isAcknowledging,
  isParking,
  readVerdicts,
  type PushItem,
  type PushRequest,
  type Verdict,
} from '../../core/protocol/index.ts';
import { afterFailedPush } from './afterTrouble.ts';
import type { PumpPorts } from './ports.ts';
import type { PumpState } from './pumpState.ts';
import { toProblem } from './sayHello.ts';
import { foreignReply, judge, tooLargeToSend, type Trouble } from './trouble.ts';

const QUICK = 10_000;

/** Sends one batch and does what the verdicts say. `token` is the state's, known to be there. */
export async function pushBatch(
  state: PumpState,
  token: string,
  batch: { storeEpoch: string; items: readonly PushItem[] },
  ports: PumpPorts,
): Promise<PumpState> {
  const { clock, random, outbox, identity } = ports;
  const started = clock.monotonic();
  const { storeEpoch, items } = batch;
  const batchId = makeUuidV7(clock.now(), random);
  const request: PushRequest = {
    protocol: PROTOCOL,
    batchId,
    deviceId: identity.deviceId,
    storeEpoch,
    items: [...items],
  };
  const outcome = await exchangePush(state, token, request, items, ports);
  const now = clock.monotonic();
  const alone = items.length === 1 ? (items[0]?.seq ?? null) : null;
  if ('trouble' in outcome) return failed(state, { trouble: outcome.trouble, alone }, ports);
  const settled = items.map(({ seq }, index) => ({ seq, verdict: outcome.verdicts[index] ?? 'retry' }));
  await outbox.settle(settled);
  if (!settled.some(({ verdict }) => isAcknowledging(verdict) || isParking(verdict))) {
    return failed(state, { trouble: allRetry, alone }, ports);
  }
  const quick = now - started <= QUICK;
  return {
    ...state,
    batchSize: quick ? Math.min(state.limits.maxItems, state.batchSize * 2) : state.batchSize,
    pushFailures: 0,
    tokenRenewed: false,
    notBefore: 0,
  };
}

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

async function exchangePush(
  state: PumpState,
  token: string,
  request: PushRequest,
  items: readonly PushItem[],
  { network, identity }: PumpPorts,
): Promise<{ verdicts: readonly Verdict[] } | { trouble: Trouble }> {
  const exchange = await network.push(token, request, state.limits.maxBatchBytes);
  if (exchange.kind === 'tooLarge') return { trouble: tooLargeToSend };
  const read = judge(exchange, identity.serverId);
  if (read.kind === 'trouble') return read;
  const verdicts = readVerdicts(read.body, request.batchId, items);
  return verdicts === null ? { trouble: foreignReply('a reply to another batch') } : { verdicts };
}
