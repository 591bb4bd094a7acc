import type { Clock, RandomSource } from '../../../core/kernel/index.ts';
import { isAcknowledging, type Verdict } from '../../../core/protocol/index.ts';
import { hashText } from '../../../core/response/index.ts';
import type { Committed } from '../../data/committed.ts';
import type { PumpPorts } from '../ports.ts';
import { freshPump, type PumpState } from '../pumpState.ts';
import { pumpStep } from '../pumpStep.ts';
import { faultyNetwork, type Fault } from './faultyNetwork.ts';
import { RehearsedOutbox } from './rehearsedOutbox.ts';
import { SERVER_ID, type RehearsedServer } from './rehearsedServer.ts';
import type { RehearsedTime } from './rehearsedTime.ts';

export interface SimulatedWorld {
  readonly time: RehearsedTime;
  readonly server: RehearsedServer;
  readonly random: RandomSource;
  nextFault(): Fault | null;
  newEpoch(): string;
}

/** A memory that is told off when it forgets what the server does not hold. */
class WatchedOutbox extends RehearsedOutbox {
  readonly #world: SimulatedWorld;

  constructor(world: SimulatedWorld, clock: RehearsedTime) {
    super(clock, () => world.newEpoch());
    this.#world = world;
  }

  override async settle(
    settled: readonly { seq: number; verdict: Verdict }[],
    committed: Committed,
  ): Promise<void> {
    for (const { seq, verdict } of settled) {
      const item = this.waiting.get(seq);
      const held = item && this.#world.server.inbox.has(`${item.responseId} 1 ${item.contentHash}`);
      if (isAcknowledging(verdict) && held !== true) throw new Error(`acknowledged, but not held: ${seq}`);
    }
    await super.settle(settled, committed);
  }
}

/** A device with a clock of its own and the pump that the browser runs. Clones share an id. */
export class SimulatedDevice {
  readonly deviceId: string;
  readonly outbox: RehearsedOutbox;
  /** What its wall clock shows beyond the true time. */
  clockError = 0;
  waitsUntil = 0;
  readonly #world: SimulatedWorld;
  readonly #ports: PumpPorts;
  #state: PumpState = freshPump;

  constructor(world: SimulatedWorld, deviceId: string) {
    const { time } = world;
    const clock: Clock = { now: () => time.now() + this.clockError, monotonic: () => time.monotonic() };
    this.deviceId = deviceId;
    this.#world = world;
    this.outbox = new WatchedOutbox(world, { ...time, ...clock });
    this.#ports = {
      clock,
      random: world.random,
      network: faultyNetwork(world.server, time, () => world.nextFault()),
      outbox: this.outbox,
      identity: { deviceId, serverId: SERVER_ID, sign: async (text) => hashText(text) },
    };
  }

  /** Waits until the pump's next step is due and takes it. */
  async step(): Promise<void> {
    const { time } = this.#world;
    time.pass(Math.max(0, this.waitsUntil - time.monotonic()));
    const step = await pumpStep(this.#state, this.#ports);
    this.#state = step.state;
    this.waitsUntil = step.next;
  }

  /** The page is loaded anew: only what is on the disk is left. */
  restart(): void {
    this.#state = freshPump;
    this.waitsUntil = 0;
  }
}
