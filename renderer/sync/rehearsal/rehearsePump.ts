import type { PumpPorts } from '../ports.ts';
import { pumpStep } from '../pumpStep.ts';
import { freshPump, wakeUp, type PumpState, type Wake } from '../pumpState.ts';
import { faultyNetwork, type Fault } from './faultyNetwork.ts';
import { RehearsedOutbox } from './rehearsedOutbox.ts';
import { DEVICE_ID, RehearsedServer, SERVER_ID } from './rehearsedServer.ts';
import { rehearsedRandom, rehearsedTime, type RehearsedTime } from './rehearsedTime.ts';

/** A device, its server and the way between them, moved by hand. */
export class Rehearsal {
  readonly time: RehearsedTime = rehearsedTime();
  readonly server = new RehearsedServer(this.time);
  readonly outbox = new RehearsedOutbox(this.time);
  /** What happens to the next exchanges, in order; nothing happens to those after. */
  readonly faults: (Fault | null)[] = [];
  /** What happens to every exchange for which `faults` says nothing. */
  always: Fault | null = null;
  state: PumpState = freshPump;
  readonly ports: PumpPorts;
  #next = 0;

  constructor(start = 1) {
    const { time, server, outbox } = this;
    const nextFault = (): Fault | null => this.faults.shift() ?? this.always;
    this.ports = {
      clock: time,
      random: rehearsedRandom(start),
      network: faultyNetwork(server, time, nextFault),
      outbox,
      identity: { deviceId: DEVICE_ID, serverId: SERVER_ID, sign: async (text) => `signed: ${text}` },
    };
  }

  record(count: number, payloadOf = (index: number): string => JSON.stringify({ index })): void {
    for (let index = 0; index < count; index += 1) this.outbox.record(payloadOf(index));
  }

  /** Waits until the next step is due and takes it. Answers how long it waited. */
  async step(): Promise<number> {
    const wait = Math.max(0, this.#next - this.time.monotonic());
    this.time.pass(wait);
    await this.stepNow();
    return wait;
  }

  async stepNow(): Promise<void> {
    const step = await pumpStep(this.state, this.ports);
    this.state = step.state;
    this.#next = step.next;
  }

  wake(reason: Wake): void {
    this.state = wakeUp(this.state, reason, this.time.monotonic());
    this.#next = this.time.monotonic();
  }

  /** The page is loaded anew: only what is in the storage is left. */
  restart(): void {
    this.state = freshPump;
    this.#next = this.time.monotonic();
  }

  /** Steps until nothing waits, or `steps` are taken. */
  async drain(steps = 200): Promise<void> {
    for (let taken = 0; taken < steps && this.outbox.waiting.size > 0; taken += 1) await this.step();
  }
}
