import { randomUUID } from 'node:crypto';
import { sealResponse } from '../../core/response/index.ts';
import { deviceNetwork } from '../../renderer/sync/deviceNetwork.ts';
import type { NetworkPort, PumpPorts } from '../../renderer/sync/ports.ts';
import { freshPump } from '../../renderer/sync/pumpState.ts';
import { pumpStep } from '../../renderer/sync/pumpStep.ts';
import { RehearsedOutbox } from '../../renderer/sync/rehearsal/rehearsedOutbox.ts';
import { rehearsedRandom, type RehearsedTime } from '../../renderer/sync/rehearsal/rehearsedTime.ts';
import type { TestServer } from '../../sync-server/testing/index.ts';
import { sampleResponse } from '../../sync-server/testing/sampleResponse.ts';
import { TestDevice } from '../../sync-server/testing/testDevice.ts';

interface WiredOptions {
  readonly server: TestServer;
  /** Where the device believes its server to be. */
  readonly origin: string;
}

/** The engine that the browser runs, in this process, on real connections. Only time between its steps is rehearsed. */
export class WiredDevice {
  readonly outbox: RehearsedOutbox;
  /** Ids of all that was ever finished on it. */
  readonly finished: string[] = [];
  readonly #time: RehearsedTime;
  readonly #networkWith: (deadline?: number) => NetworkPort;
  #ports: PumpPorts;
  #state = freshPump;
  #next = 0;

  static async enrol(options: WiredOptions): Promise<WiredDevice> {
    const keys = await TestDevice.make(options.server.origin);
    await keys.enrol(await options.server.newCode());
    const { clock } = options.server;
    return new WiredDevice(keys, options.origin, {
      now: () => clock.now(),
      monotonic: () => clock.monotonic(),
      pass: (milliseconds) => clock.advance(milliseconds),
      setWall: () => undefined,
    });
  }

  /** `keys` are enrolled. */
  constructor(keys: TestDevice, origin: string, time: RehearsedTime) {
    this.#time = time;
    this.outbox = new RehearsedOutbox(this.#time, randomUUID);
    this.#networkWith = (deadline) => deviceNetwork(origin, keys.deviceId, deadline);
    this.#ports = {
      clock: this.#time,
      random: rehearsedRandom(1),
      network: this.#networkWith(),
      outbox: this.outbox,
      identity: {
        deviceId: keys.deviceId,
        serverId: keys.enrolment?.serverId ?? '',
        sign: (text) => keys.sign(text),
      },
    };
  }

  /** How long it waits for a reply from now on, by the machine's clock; as long as it ships with where nothing is said. */
  waitFor(milliseconds?: number): void {
    this.#ports = { ...this.#ports, network: this.#networkWith(milliseconds) };
  }

  finish(count: number): void {
    for (let index = 0; index < count; index += 1) {
      const { responseId, payload } = sealResponse(sampleResponse({ face: 1 + (index % 5) }));
      this.outbox.record(payload, responseId);
      this.finished.push(responseId);
    }
  }

  /** Waits, in rehearsed time, until the next step is due, and takes it. */
  async step(): Promise<void> {
    this.#time.pass(Math.max(0, this.#next - this.#time.monotonic()));
    const step = await pumpStep(this.#state, this.#ports);
    this.#state = step.state;
    this.#next = step.next;
  }

  /** Steps until nothing waits; in bounded rounds, or it is no draining (I6). */
  async drain(steps = 60): Promise<void> {
    for (let taken = 0; this.outbox.waiting.size + this.outbox.parked.size > 0; taken += 1) {
      if (taken === steps) {
        const { waiting, problem } = this.outbox;
        throw new Error(`${waiting.size} wait after ${steps} steps: ${problem?.detail ?? 'no problem'}`);
      }
      await this.step();
    }
  }
}
