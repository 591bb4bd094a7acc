import { PROTOCOL, helloStatement } from '../../core/protocol/index.ts';
import { afterFailedHello } from './afterTrouble.ts';
import { fraction } from './backOff.ts';
import { parseHelloReply, type ReadHello } from './parseHelloReply.ts';
import type { PumpPorts } from './ports.ts';
import type { PumpState } from './pumpState.ts';
import { foreignReply, judge, storageTrouble, type Trouble } from './trouble.ts';

const HEARTBEAT = 60_000;

/** Proves the device, fetches a token, tells how it is and hears of a new survey (H1 to H3). */
export async function sayHello(state: PumpState, ports: PumpPorts): Promise<PumpState> {
  const outcome = await exchangeHello(ports);
  const moment = { now: ports.clock.monotonic(), random: ports.random };
  if ('trouble' in outcome) {
    const after = afterFailedHello(state, outcome.trouble, moment);
    await ports.outbox.recordProblem(toProblem(outcome.trouble, ports), after.stopped);
    return after;
  }
  const { hello, waiting } = outcome;
  await ports.outbox.recordContact({
    clockOffset: hello.now - ports.clock.now(),
    highWater: hello.highWater,
    touchpoint: hello.touchpoint,
    survey: hello.survey,
  });
  if (state.suspect !== null) await ports.outbox.blame(state.suspect);
  return {
    ...state,
    token: { value: hello.token, until: moment.now + lifeOf(hello.tokenSeconds) },
    limits: hello.limits,
    batchSize: Math.min(state.batchSize, hello.limits.maxItems),
    heartbeatAt: moment.now + HEARTBEAT * (0.9 + 0.2 * fraction(ports.random)),
    toldWaiting: waiting,
    helloFailures: 0,
    notBefore: state.stopped ? moment.now : state.notBefore,
    stopped: false,
    suspect: null,
    // Packed for the limits of before.
    ahead: null,
  };
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
  /** What we said was waiting. */
  readonly waiting: number;
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
    lastSeq: memory.lastSeq,
    deviceNow: clock.now(),
    ...(memory.questionnaireVersion === null ? {} : { questionnaireVersion: memory.questionnaireVersion }),
    health: memory.health,
  });
  const read = judge(reply, identity.serverId);
  if (read.kind === 'trouble') return read;
  const hello = parseHelloReply(read.body);
  return hello === null
    ? { trouble: foreignReply('a hello that is none') }
    : { hello, waiting: memory.health.waiting };
}
