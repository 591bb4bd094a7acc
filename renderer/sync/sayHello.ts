import { PROTOCOL, helloStatement } from '../../core/protocol/index.ts';
import { afterFailedHello } from './afterTrouble.ts';
import { holdAgainst } from './holdAgainst.ts';
import { untilOwnSecond } from './ownSecond.ts';
import { parseHelloReply, type ReadHello } from './parseHelloReply.ts';
import type { DeviceMemory, PumpPorts } from './ports.ts';
import { mostItems, type PumpState } from './pumpState.ts';
import { foreignReply, judge, storageTrouble, type Trouble } from './trouble.ts';
import { wasRestored } from './wasRestored.ts';

/** Proves the device, fetches a token, tells how it is and hears of a new survey (H1 to H3). */
export async function sayHello(state: PumpState, ports: PumpPorts): Promise<PumpState> {
  const outcome = await exchangeHello(ports);
  const moment = { now: ports.clock.monotonic(), random: ports.random };
  if ('trouble' in outcome) {
    const after = afterFailedHello(state, outcome.trouble, moment);
    await ports.outbox.recordProblem(toProblem(outcome.trouble, ports), after.stopped);
    return after;
  }
  const { hello, memory } = outcome;
  await takeIn(hello, memory, ports);
  const held = state.suspect === null ? state : await holdAgainst(state, state.suspect, ports);
  return {
    ...held,
    token: { value: hello.token, until: moment.now + lifeOf(hello.tokenSeconds) },
    limits: hello.limits,
    batchSize: Math.min(state.batchSize, mostItems(hello.limits)),
    heartbeatAt: moment.now + untilOwnSecond(ports.identity.deviceId, ports.clock.now()),
    toldWaiting: memory.health.waiting,
    helloFailures: 0,
    notBefore: state.stopped ? moment.now : state.notBefore,
    stopped: false,
    suspect: null,
    // Packed for the limits of before.
    ahead: null,
  };
}

/**
 * What the reply changes on the device. The server is known anew only after everything that follows from its being another one is
 * done: interrupted in between, the next hello finds the same again.
 */
async function takeIn(hello: ReadHello, memory: DeviceMemory, { outbox, clock }: PumpPorts): Promise<void> {
  const { storeEpoch } = memory;
  const { highWater, touchpoint, survey, backupHorizon, revoked, cursor, fileKeys } = hello;
  const server = { serverEpoch: hello.storeEpoch, storeEpoch, highWater, held: hello.held };
  if (wasRestored(memory.server, server)) await outbox.rewind(highWater, hello.highWaterChain, hello.now);
  if (hello.renewEpoch) await outbox.renewEpoch();
  const clockOffset = hello.now - clock.now();
  await outbox.recordContact({
    clockOffset,
    highWater,
    server,
    touchpoint,
    survey,
    backupHorizon,
    revoked,
    cursor,
    fileKeys,
  });
}

/** A little less than the server grants, so that a push under way does not outlive its token. */
const lifeOf = (seconds: number): number => Math.max(seconds * 1_000 - 5_000, seconds * 500);

export const toProblem = ({ kind, detail }: Trouble, { clock }: PumpPorts) => ({
  kind,
  detail,
  at: clock.now(),
});

interface Hello {
  readonly hello: ReadHello;
  /** What we said of ourselves. */
  readonly memory: DeviceMemory;
}

async function exchangeHello(ports: PumpPorts): Promise<Hello | { trouble: Trouble }> {
  const { network, outbox, identity, clock } = ports;
  const challenge = judge(await network.challenge(), identity.serverId);
  if (challenge.kind === 'trouble') return challenge;
  const nonce = challenge.body['nonce'];
  if (typeof nonce !== 'string') return { trouble: foreignReply('a challenge without a nonce') };
  const memory = await outbox.readHealth();
  if (memory === null) return { trouble: storageTrouble('no sequence') };
  const reply = await network.hello({
    protocol: PROTOCOL,
    deviceId: identity.deviceId,
    nonce,
    signature: await identity.sign(helloStatement(identity.serverId, identity.deviceId, nonce)),
    storeEpoch: memory.storeEpoch,
    firstSeq: memory.firstSeq,
    lastSeq: memory.lastSeq,
    deviceNow: clock.now(),
    ...(memory.cursor === null ? {} : { cursor: memory.cursor }),
    ...(memory.questionnaireVersion === null ? {} : { questionnaireVersion: memory.questionnaireVersion }),
    health: memory.health,
  });
  const read = judge(reply, identity.serverId);
  if (read.kind === 'trouble') return read;
  const hello = parseHelloReply(read.body);
  return hello === null ? { trouble: foreignReply('a hello that is none') } : { hello, memory };
}
