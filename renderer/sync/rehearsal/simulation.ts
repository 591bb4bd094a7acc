import { FAULTS, type Fault } from './faultyNetwork.ts';
import { chanceOf, type Chance } from './chance.ts';
import { rehearsedRandom, rehearsedTime } from './rehearsedTime.ts';
import { RehearsedServer, type Backup } from './rehearsedServer.ts';
import { SimulatedDevice, type SimulatedWorld } from './simulatedDevice.ts';

const DAY = 86_400_000;
const DEVICES = 20;
const DAYS = 30;
const HAPPENINGS_A_DAY = 8;

type Image = ReturnType<SimulatedDevice['outbox']['image']>;

/** One server and its devices through a month in which everything goes wrong that can, from a number. */
export class Simulation {
  readonly #chance: Chance;
  readonly #server: RehearsedServer;
  readonly #world: SimulatedWorld;
  readonly #devices: SimulatedDevice[];
  /** What was finished, by id, revision and hash. */
  readonly #finished = new Set<string>();
  /** What only a disk held that was overwritten with an older image: nobody can promise it. */
  readonly #destroyed = new Set<string>();
  readonly #images = new Map<SimulatedDevice, { image: Image; finished: ReadonlySet<string> }>();
  /** What each device, clones apart, has on its disk. */
  readonly #finishedOn = new Map<SimulatedDevice, Set<string>>();
  #backup: Backup | null = null;
  /** Nobody makes more than one backup: what was acknowledged since is on the devices alone, however long (SPEC H7). */
  readonly #oneBackup: boolean;
  /** Devices are cloned and put back to older images; or else, servers are restored that do not know it. Never both (SPEC H6). */
  readonly #copies: boolean;
  #foul = 0;
  #made = 0;

  constructor(seed: number) {
    const random = rehearsedRandom(seed);
    const time = rehearsedTime();
    this.#chance = chanceOf(random);
    this.#copies = this.#chance.happens(0.5);
    this.#oneBackup = seed % 4 === 2;
    this.#server = new RehearsedServer(time);
    this.#server.remembers = false;
    this.#world = {
      time,
      random,
      server: this.#server,
      nextFault: (): Fault | null => (this.#chance.happens(this.#foul) ? this.#chance.oneOf(FAULTS) : null),
      newEpoch: () => `epoch-${String((this.#made += 1))}`,
    };
    this.#devices = Array.from({ length: DEVICES }, (_, index) => this.#newDevice(`device-${String(index)}`));
  }

  /** Throws where a promise is broken: something lost, doubled, invented, or a queue that does not drain. */
  async run(): Promise<void> {
    for (let day = 0; day < DAYS; day += 1) {
      this.#foul = this.#chance.oneOf([0, 0.05, 0.3, 0.8]);
      for (let happening = 0; happening < HAPPENINGS_A_DAY; happening += 1) {
        await this.#happen();
        this.#world.time.pass(this.#chance.between(0, (2 * DAY) / HAPPENINGS_A_DAY));
      }
      for (const { outbox } of this.#devices) outbox.prune();
    }
    await this.#recover();
    this.#check();
  }

  #newDevice(deviceId: string): SimulatedDevice {
    const device = new SimulatedDevice(this.#world, deviceId);
    this.#finishedOn.set(device, new Set());
    return device;
  }

  async #happen(): Promise<void> {
    const device = this.#chance.oneOf(this.#devices);
    const roll = this.#chance.between(1, 100);
    if (roll <= 40) this.#answer(device, this.#chance.between(1, 12));
    if (roll <= 75) await this.#steps(device, this.#chance.between(1, 12));
    else if (roll <= 79) device.restart();
    else if (roll <= 82) device.outbox.brokenFor = this.#chance.between(1, 8);
    else if (roll <= 85) device.clockError = this.#chance.between(-10 * 365, 10 * 365) * DAY;
    else if (roll <= 88) this.#server.expireTokens();
    else if (roll <= 91) this.#backUp();
    else if (roll <= 93) this.#restoreServer();
    else if (roll <= 95) this.#clone(device);
    else if (roll <= 96) this.#takeImage(device);
    else if (roll <= 97) this.#putBackImage(device);
    else if (roll <= 98) this.#changeLimits(this.#chance.between(1, 500));
    else this.#revokeOrTrust(device);
  }

  #changeLimits(maxItems: number): void {
    this.#server.limits = { ...this.#server.limits, maxItems, maxPackedItems: 4 * maxItems };
  }

  #answer(device: SimulatedDevice, count: number): void {
    for (let index = 0; index < count; index += 1) {
      const responseId = `response-${String((this.#made += 1))}`;
      const poison = this.#chance.happens(0.02);
      const text = JSON.stringify({ responseId, said: 'x'.repeat(this.#chance.between(0, 40)) });
      const { contentHash } = device.outbox.record(poison ? `?${text}` : text, responseId);
      const key = `${responseId} 1 ${contentHash}`;
      this.#finished.add(key);
      this.#finishedOn.get(device)?.add(key);
    }
  }

  async #steps(device: SimulatedDevice, count: number): Promise<void> {
    for (let step = 0; step < count; step += 1) await device.step();
  }

  #backUp(): void {
    if (!this.#oneBackup || this.#backup === null) this.#backup = this.#server.backUp();
  }

  #restoreServer(): void {
    if (this.#backup !== null) this.#server.restore(this.#backup, this.#copies || this.#chance.happens(0.5));
  }

  #clone(device: SimulatedDevice): void {
    if (!this.#copies || this.#devices.length >= DEVICES + 4) return;
    const twin = this.#newDevice(device.deviceId);
    twin.outbox.putBack(device.outbox.image());
    this.#finishedOn.set(twin, new Set(this.#finishedOn.get(device)));
    this.#devices.push(twin);
  }

  #takeImage(device: SimulatedDevice): void {
    this.#images.set(device, {
      image: device.outbox.image(),
      finished: new Set(this.#finishedOn.get(device)),
    });
  }

  #putBackImage(device: SimulatedDevice): void {
    const kept = this.#images.get(device);
    if (!this.#copies || kept === undefined) return;
    for (const key of this.#finishedOn.get(device) ?? [])
      if (!kept.finished.has(key)) this.#destroyed.add(key);
    device.outbox.putBack(kept.image);
    device.restart();
    this.#finishedOn.set(device, new Set(kept.finished));
    this.#images.delete(device);
  }

  #revokeOrTrust({ deviceId }: SimulatedDevice): void {
    const { revoked } = this.#server;
    if (!revoked.delete(deviceId)) revoked.add(deviceId);
  }

  /** The faults end. Whatever waits must be through within so many steps; what was parked gets its chance a day later. */
  async #recover(): Promise<void> {
    this.#foul = 0;
    for (const { outbox } of this.#devices) outbox.brokenFor = 0;
    for (let day = 0; day < 5; day += 1) {
      for (const device of this.#devices) await this.#drain(device);
      this.#world.time.pass(DAY + 1);
    }
    for (const { deviceId, outbox } of this.#devices) {
      const left = outbox.waiting.size + outbox.parked.size;
      if (left > 0)
        throw new Error(`${deviceId} still has ${String(left)} responses: ${JSON.stringify(outbox.problem)}`);
    }
  }

  async #drain(device: SimulatedDevice): Promise<void> {
    // A hello first: it may tell that the server was restored.
    device.waitsUntil = 0;
    device.restart();
    await this.#steps(device, 2);
    const bound = 30 + 2 * (device.outbox.waiting.size + device.outbox.parked.size);
    for (let step = 0; step < bound && device.outbox.waiting.size + device.outbox.parked.size > 0; step += 1)
      await device.step();
  }

  #check(): void {
    const { inbox, counted } = this.#server;
    const lost = [...this.#finished].filter((key) => !inbox.has(key) && !this.#destroyed.has(key));
    if (lost.length > 0)
      throw new Error(`${String(lost.length)} responses are lost, the first: ${String(lost[0])}`);
    const invented = [...inbox.keys()].filter((key) => !this.#finished.has(key));
    if (invented.length > 0) throw new Error(`nobody said ${String(invented[0])}`);
    const doubled = [...counted].filter(([, count]) => count !== 1);
    const shared = this.#devices.filter(({ deviceId, outbox }) =>
      this.#server.isForked(deviceId, outbox.storeEpoch),
    );
    if (shared.length > 0)
      throw new Error(`${String(shared[0]?.deviceId)} still shares its store epoch with a copy`);
    if (doubled.length > 0) throw new Error(`counted twice: ${String(doubled[0]?.[0])}`);
  }
}
