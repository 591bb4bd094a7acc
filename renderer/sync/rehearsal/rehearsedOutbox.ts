import { isAcknowledging, isParking, type PushItem, type Verdict } from '../../../core/protocol/index.ts';
import { CHAIN_START } from '../../../core/response/index.ts';
import type { Committed } from '../../data/committed.ts';
import type { KnownServer, SyncProblem } from '../../data/syncStatus.ts';
import type { BatchWanted, OutboxPort, WaitingBatch, WaitingPacked } from '../ports.ts';
import { packWritten, type PackedItem, type Packing } from './rehearsedPacking.ts';
import { rehearsedChain, rehearsedHash } from './rehearsedHash.ts';
import type { RehearsedTime } from './rehearsedTime.ts';

const DAY = 86_400_000;
const MANY = 5;

/** A recorded response and the store epoch that it was numbered in. */
export type Recorded = PushItem & { readonly storeEpoch: string; readonly firstSeq: number };

interface Acknowledged {
  readonly item: Recorded;
  readonly verdict: Verdict;
  /** By the server's clock. */
  readonly serverAt: number;
}

/** What lies on the device's disk. */
interface Disk {
  readonly waiting: Map<number, Recorded>;
  readonly parked: Map<number, { item: Recorded; retryAt: number }>;
  acknowledged: Acknowledged[];
  readonly failures: Map<number, number>;
  storeEpoch: string;
  firstSeq: number;
  lastSeq: number;
  head: string;
  server: KnownServer | null;
  backupHorizon: number;
  serverNow: number;
}

/** A device's memory in plain maps: the same rules as renderer/data, without a browser. */
export class RehearsedOutbox implements OutboxPort {
  #disk: Disk;
  problem: SyncProblem | null = null;
  stopped = false;
  contacts = 0;
  surveys: string[] = [];
  /** Of what the server last sent down. */
  cursor: string | null = null;
  /** Fails the next accesses, as a full disk does. */
  brokenFor = 0;
  /** What lies packed is not what was packed. */
  spoiled = false;
  readonly #time: RehearsedTime;
  readonly #newEpoch: () => string;
  readonly #packing: Packing;

  constructor(time: RehearsedTime, newEpoch = countedEpochs(), packing = packWritten) {
    this.#time = time;
    this.#packing = packing;
    this.#newEpoch = newEpoch;
    this.#disk = emptyDisk(newEpoch());
  }

  get waiting(): Disk['waiting'] {
    return this.#disk.waiting;
  }

  get parked(): Disk['parked'] {
    return this.#disk.parked;
  }

  get acknowledged(): readonly Acknowledged[] {
    return this.#disk.acknowledged;
  }

  get failures(): Disk['failures'] {
    return this.#disk.failures;
  }

  get storeEpoch(): string {
    return this.#disk.storeEpoch;
  }

  get lastSeq(): number {
    return this.#disk.lastSeq;
  }

  /** A person finishes a response. */
  record(payload: string, responseId = `response-${String(this.#disk.lastSeq + 1)}`): Recorded {
    const disk = this.#disk;
    const seq = (disk.lastSeq += 1);
    const contentHash = rehearsedHash(payload);
    const chain = (disk.head = rehearsedChain(disk.head, seq, contentHash));
    const { storeEpoch, firstSeq } = disk;
    const item = { responseId, rev: 1, seq, contentHash, chain, payload, storeEpoch, firstSeq };
    disk.waiting.set(seq, item);
    return item;
  }

  /** What is many lies packed, as segments do. */
  async readBatch({
    maxItems,
    maxPackedItems,
    after,
  }: BatchWanted): Promise<WaitingBatch | WaitingPacked | null> {
    this.#access();
    if (after === 0 && this.waiting.size === 0) this.#letBackOne();
    const items = [...this.waiting.values()].filter(({ seq }) => seq > after).sort((a, b) => a.seq - b.seq);
    const [first] = items;
    if (first === undefined) return null;
    const { storeEpoch, firstSeq } = first;
    const other = items.findIndex((item) => item.storeEpoch !== storeEpoch);
    const ofOneEpoch = other === -1 ? items : items.slice(0, other);
    const packed = maxPackedItems >= MANY && ofOneEpoch.length >= MANY;
    const taken = ofOneEpoch.slice(0, packed ? maxPackedItems : maxItems).map(toPushItem);
    if (!packed) return { storeEpoch, firstSeq, items: taken };
    const member = this.spoiled ? new TextEncoder().encode('?').buffer : this.#packing(taken.map(toPacked));
    return { storeEpoch, firstSeq, places: taken, packed: [member] };
  }

  async settle(settled: readonly { seq: number; verdict: Verdict }[], committed: Committed) {
    this.#access();
    this.problem = null;
    const { server, storeEpoch } = this.#disk;
    const { held } = committed;
    if (server !== null && held !== null) {
      if (server.storeEpoch === committed.storeEpoch) this.#disk.server = { ...server, held };
      else if (storeEpoch === committed.storeEpoch)
        this.#disk.server = { ...server, storeEpoch, highWater: 0, held };
    }
    for (const { seq, verdict } of settled) {
      const item = this.waiting.get(seq);
      if (item === undefined) continue;
      if (isAcknowledging(verdict)) {
        this.waiting.delete(seq);
        this.#disk.acknowledged.push({
          item,
          verdict,
          serverAt: committed.serverNow ?? Infinity,
        });
      }
      if (isParking(verdict)) this.#park(item);
    }
  }

  async blame(seq: number) {
    this.#access();
    const failures = (this.failures.get(seq) ?? 0) + 1;
    this.failures.set(seq, failures);
    const item = this.waiting.get(seq);
    if (item !== undefined && failures >= 3) this.#park(item);
  }

  async readHealth() {
    this.#access();
    const { storeEpoch, firstSeq, lastSeq, server } = this.#disk;
    const health = { waiting: this.waiting.size, parked: this.parked.size, appVersion: '0' };
    const { cursor } = this;
    return { storeEpoch, firstSeq, lastSeq, questionnaireVersion: '1', cursor, server, health };
  }

  async rewind(highWater: number, chain: string | null, serverNow: number) {
    this.#access();
    const disk = this.#disk;
    const there = disk.acknowledged.find(
      ({ item }) => item.seq === highWater && item.storeEpoch === disk.storeEpoch,
    );
    const held = there !== undefined && there.item.chain === chain ? highWater : 0;
    const kept = disk.acknowledged.filter(
      ({ item }) => item.storeEpoch === disk.storeEpoch && item.seq <= held,
    );
    for (const { item } of disk.acknowledged) {
      if (item.storeEpoch !== disk.storeEpoch || item.seq > held) this.waiting.set(item.seq, item);
    }
    disk.acknowledged = kept.map((one) => ({ ...one, serverAt: Math.max(one.serverAt, serverNow) }));
  }

  async renewEpoch() {
    this.#access();
    const disk = this.#disk;
    Object.assign(disk, { storeEpoch: this.#newEpoch(), firstSeq: disk.lastSeq + 1, head: CHAIN_START });
  }

  async recordContact(contact: Parameters<OutboxPort['recordContact']>[0]) {
    const { survey, server, backupHorizon, clockOffset, cursor } = contact;
    this.#access();
    this.cursor = cursor;
    this.contacts += 1;
    this.problem = null;
    this.stopped = false;
    Object.assign(this.#disk, { server, backupHorizon, serverNow: this.#time.now() + clockOffset });
    if (survey !== null) this.surveys.push(survey.questionnaireVersion);
  }

  async recordProblem(problem: SyncProblem, stopped: boolean) {
    this.#access();
    this.problem = problem;
    this.stopped = stopped;
  }

  /** Forgets what was acknowledged 14 days ago and is in the server's backup (H7). */
  prune(): void {
    const { acknowledged, backupHorizon, serverNow } = this.#disk;
    const before = Math.min(backupHorizon, serverNow - 14 * DAY);
    this.#disk.acknowledged = acknowledged.filter(({ serverAt }) => serverAt >= before);
  }

  /** The disk as it is now, for a clone or for a day when it is put back. */
  image(): Disk {
    const { waiting, parked, acknowledged, failures } = this.#disk;
    return {
      ...this.#disk,
      waiting: new Map(waiting),
      parked: new Map(parked),
      failures: new Map(failures),
      acknowledged: [...acknowledged],
    };
  }

  putBack(image: Disk): void {
    this.#disk = image;
  }

  #access(): void {
    if (this.brokenFor === 0) return;
    this.brokenFor -= 1;
    throw new Error('UnknownError: the storage is broken');
  }

  #park(item: Recorded): void {
    this.waiting.delete(item.seq);
    this.parked.set(item.seq, { item, retryAt: this.#time.now() + DAY });
  }

  #letBackOne(): void {
    const now = this.#time.now();
    for (const [seq, { item, retryAt }] of this.parked) {
      if (retryAt > now && retryAt <= now + DAY) continue;
      this.parked.delete(seq);
      this.failures.set(seq, 2);
      this.waiting.set(seq, item);
      return;
    }
  }
}

const emptyDisk = (storeEpoch: string): Disk => ({
  waiting: new Map(),
  parked: new Map(),
  acknowledged: [],
  failures: new Map(),
  storeEpoch,
  firstSeq: 1,
  lastSeq: 0,
  head: CHAIN_START,
  server: null,
  backupHorizon: 0,
  serverNow: 0,
});

function countedEpochs(): () => string {
  let made = 0;
  return () => `epoch-${String((made += 1))}`;
}

/** What follows on the item before it need not say so (B11). */
function toPacked(item: PushItem, index: number, items: readonly PushItem[]): PackedItem {
  if (items[index - 1]?.seq !== item.seq - 1) return item;
  const { responseId, rev, seq, contentHash, payload } = item;
  return { responseId, rev, seq, contentHash, payload };
}

const toPushItem = ({ responseId, rev, seq, contentHash, chain, payload }: Recorded): PushItem => ({
  responseId,
  rev,
  seq,
  contentHash,
  chain,
  payload,
});
