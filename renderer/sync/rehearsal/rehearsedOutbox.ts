import { isAcknowledging, isParking, type PushItem, type Verdict } from '../../../core/protocol/index.ts';
import { CHAIN_START, chainHash, hashText } from '../../../core/response/index.ts';
import type { SyncProblem } from '../../data/syncStatus.ts';
import type { OutboxPort } from '../ports.ts';
import type { RehearsedTime } from './rehearsedTime.ts';

const DAY = 86_400_000;

/** A device's memory in plain maps: the same rules as renderer/data, without a browser. */
export class RehearsedOutbox implements OutboxPort {
  readonly waiting = new Map<number, PushItem>();
  readonly parked = new Map<number, { item: PushItem; retryAt: number }>();
  readonly acknowledged: { item: PushItem; verdict: Verdict }[] = [];
  readonly failures = new Map<number, number>();
  problem: SyncProblem | null = null;
  stopped = false;
  contacts = 0;
  surveys: string[] = [];
  lastSeq = 0;
  /** Fails the next accesses, as a full disk does. */
  brokenFor = 0;
  #head = CHAIN_START;
  readonly #time: RehearsedTime;

  constructor(time: RehearsedTime) {
    this.#time = time;
  }

  /** A person finishes a response. */
  record(payload: string): PushItem {
    const seq = (this.lastSeq += 1);
    const contentHash = hashText(payload);
    const chain = (this.#head = chainHash(this.#head, seq, contentHash));
    const item = { responseId: `response-${String(seq)}`, rev: 1, seq, contentHash, chain, payload };
    this.waiting.set(seq, item);
    return item;
  }

  async readBatch(maxItems: number, after: number) {
    this.#access();
    if (after === 0 && this.waiting.size === 0) this.#letBackOne();
    const items = [...this.waiting.values()]
      .filter(({ seq }) => seq > after)
      .sort((a, b) => a.seq - b.seq)
      .slice(0, maxItems);
    return items.length === 0 ? null : { storeEpoch: 'epoch', items };
  }

  async settle(settled: readonly { seq: number; verdict: Verdict }[]) {
    this.#access();
    this.problem = null;
    for (const { seq, verdict } of settled) {
      const item = this.waiting.get(seq);
      if (item === undefined) continue;
      if (isAcknowledging(verdict)) {
        this.waiting.delete(seq);
        this.acknowledged.push({ item, verdict });
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
    const health = { waiting: this.waiting.size, parked: this.parked.size, appVersion: '0' };
    return { storeEpoch: 'epoch', lastSeq: this.lastSeq, questionnaireVersion: '1', health };
  }

  async recordContact({ survey }: Parameters<OutboxPort['recordContact']>[0]) {
    this.#access();
    this.contacts += 1;
    this.problem = null;
    this.stopped = false;
    if (survey !== null) this.surveys.push(survey.questionnaireVersion);
  }

  async recordProblem(problem: SyncProblem, stopped: boolean) {
    this.#access();
    this.problem = problem;
    this.stopped = stopped;
  }

  #access(): void {
    if (this.brokenFor === 0) return;
    this.brokenFor -= 1;
    throw new Error('UnknownError: the storage is broken');
  }

  #park(item: PushItem): void {
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
