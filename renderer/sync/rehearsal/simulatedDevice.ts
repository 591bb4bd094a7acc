import type { Clock, RandomSource } from '../../../core/kernel/index.ts';
import { isAcknowledging, type Verdict } from '../../../core/protocol/index.ts';
import type { Committed } from '../../data/committed.ts';
import type { PumpPorts } from '../ports.ts';
import { freshPump, type PumpState } from '../pumpState.ts';
import { pumpStep } from '../pumpStep.ts';
import { faultyNetwork, type Fault } from './faultyNetwork.ts';
import { RehearsedOutbox } from './rehearsedOutbox.ts';
import { packByName } from './rehearsedPacking.ts';
import { SERVER_ID, type RehearsedServer } from './rehearsedServer.ts';
import type { RehearsedTime } from './rehearsedTime.ts';

export interface SimulatedWorld {
  readonly time: RehearsedTime;
  readonly server: RehearsedServer;
  readonly random: RandomSource;
  nextFault(): Fault | null;
  newEpoch(): string;
}

/**
 * A memory that notices when it is told to forget what the server never held. The pump must not hear of it: it would take that for
 * trouble with the storage.
 */
class WatchedOutbox extends RehearsedOutbox {
  /** The first response that was acknowledged without being held. */
  forgotten: string | null = null;
  readonly #world: SimulatedWorld;

  constructor(world: SimulatedWorld, clock: RehearsedTime) {
    super(clock, () => world.newEpoch(), packByName);
    this.#world = world;
  }

  override async settle(
    settled: readonly { seq: number; verdict: Verdict }[],
    committed: Committed,
  ): Promise<void> {
    for (const { seq, verdict } of settled) {
      const item = this.waiting.get(seq);
      // A server restored between its reply and this moment had taken it: the next hello tells (H6).
      const held = item && this.#world.server.everTaken.has(`${item.responseId} 1 ${item.contentHash}`);
      if (isAcknowledging(verdict) && held === false) this.forgotten ??= item?.responseId ?? null;
    }
    await super.settle(settled, committed);
  }
}

/** A device with a clock of its own and the pump that the browser runs. Clones share an id. */
export class SimulatedDevice {
  readonly deviceId: string;
  readonly outbox: WatchedOutbox;
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
      identity: { deviceId, serverId: SERVER_ID, sign: async (text) => `signed: ${text}` },
    };
  }

  /** Waits until the pump's next step is due and takes it. */
  async step(): Promise<void> {
    const { time } = this.#world;
    time.pass(Math.max(0, this.waitsUntil - time.monotonic()));
    const step = await pumpStep(this.#state, this.#ports);
    this.#state = step.state;
    this.waitsUntil = step.next;
    const { forgotten } = this.outbox;
    if (forgotten !== null) throw new Error(`${this.deviceId}: acknowledged, but not held: ${forgotten}`);
  }

  /** The page is loaded anew: only what is on the disk is left. */
  restart(): void {
    this.#state = freshPump;
    this.waitsUntil = 0;
  }
}
