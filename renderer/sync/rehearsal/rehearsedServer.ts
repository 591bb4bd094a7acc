import {
  LIMITS,
  briefly,
  makeProblem,
  type HelloRequest,
  type ProblemCode,
  type PushItem,
  type PushRequest,
  type RawReply,
  type Verdict,
} from '../../../core/protocol/index.ts';
import { rehearsedChain, rehearsedHash } from './rehearsedHash.ts';
import type { PackedItem } from './rehearsedPacking.ts';
import { RehearsedSequence } from './rehearsedSequence.ts';
import type { RehearsedTime } from './rehearsedTime.ts';

export const SERVER_ID = 'server-1';
export const DEVICE_ID = 'device-1';

const reply = (body: Readonly<Record<string, unknown>>, status = 200): RawReply => ({
  status,
  contentType: status === 200 ? 'application/json' : 'application/problem+json',
  body: { protocol: 1, serverId: SERVER_ID, ...body },
});

/** Everything the server has on its disk. */
interface Kept {
  /** By id, revision and hash: conflicting ones stand beside each other. */
  readonly inbox: Map<string, { readonly contentHash: string; readonly payload: string }>;
  /** How often each id and revision was counted. */
  readonly counted: Map<string, number>;
  /** By device and store epoch. */
  readonly sequences: Map<string, RehearsedSequence>;
}

/** A copy of the disk, and the moment before which everything is in it. */
export type Backup = Kept & { readonly madeAt: number };

/** What the sync server promises, in plain maps: store first, one verdict each, tokens that expire; and how it is restored. */
export class RehearsedServer {
  #kept: Kept = { inbox: new Map(), counted: new Map(), sequences: new Map() };
  /** Keeps every request, to be looked at. */
  remembers = true;
  readonly pushes: PushRequest[] = [];
  readonly hellos: HelloRequest[] = [];
  /** Says that the server has another version than the device names. */
  questionnaireVersion = '1';
  /** As a hello says it; a token is good for ten minutes. */
  tokenSeconds = 600;
  /** Packed or not, the same: so most rehearsals need fewer responses. */
  limits: { maxItems: number; maxPackedItems: number; maxBatchBytes: number; maxPayloadBytes: number } = {
    ...LIMITS,
    maxPackedItems: LIMITS.maxItems,
  };
  knowsDevice = true;
  storeEpoch = 'server-epoch-1';
  backupHorizon = 0;
  readonly revoked = new Set<string>();
  /** Whatever was in the inbox at any time, restored away since or not. */
  readonly everTaken = new Set<string>();
  #tokens = new Map<string, number>();
  #made = 0;
  readonly #time: RehearsedTime;

  constructor(time: RehearsedTime) {
    this.#time = time;
  }

  get inbox(): Kept['inbox'] {
    return this.#kept.inbox;
  }

  get counted(): Kept['counted'] {
    return this.#kept.counted;
  }

  refuse(code: ProblemCode, retryAfterSeconds?: number): RawReply {
    const problem = makeProblem(code, SERVER_ID, code);
    const raw = reply({ ...problem }, problem.status);
    return retryAfterSeconds === undefined ? raw : { ...raw, retryAfterSeconds };
  }

  challenge(): RawReply {
    return reply({ nonce: `nonce-${String((this.#made += 1))}` });
  }

  hello(request: HelloRequest): RawReply {
    if (!this.knowsDevice) return this.refuse('device_unknown');
    if (this.remembers) this.hellos.push(request);
    const token = `token-${String((this.#made += 1))}`;
    this.#tokens.set(token, this.#time.monotonic() + 600_000);
    const { surveyId, questionnaireId, definition } = SURVEY;
    const questionnaireVersion = this.questionnaireVersion;
    const newer = request.questionnaireVersion !== questionnaireVersion;
    const sequence = this.#sequenceOf(request.deviceId, request.storeEpoch);
    sequence.firstSeq = request.firstSeq ?? 1;
    return reply({
      token,
      tokenSeconds: this.tokenSeconds,
      now: this.#time.now(),
      storeEpoch: this.storeEpoch,
      ...sequence.highWater(),
      held: sequence.held,
      backupHorizon: this.backupHorizon,
      deviceStatus: this.revoked.has(request.deviceId) ? 'revoked' : 'active',
      ...(sequence.forked ? { order: 'newStoreEpoch' } : {}),
      limits: this.limits,
      touchpoint: { touchpointId: 't', name: 'Till', timezone: 'Europe/Riga' },
      ...(newer ? { survey: { surveyId, questionnaireId, questionnaireVersion, definition } } : {}),
    });
  }

  push(token: string, request: PushRequest): RawReply {
    if ((this.#tokens.get(token) ?? 0) <= this.#time.monotonic()) return this.refuse('token_invalid');
    if (this.remembers) this.pushes.push(request);
    const sequence = this.#sequenceOf(request.deviceId, request.storeEpoch);
    const items = withChains(request.items as readonly PackedItem[]);
    const verdicts = items.map((item) => ({
      responseId: item.responseId,
      rev: item.rev,
      contentHash: item.contentHash,
      verdict: this.#take(item, sequence, this.revoked.has(request.deviceId)),
    }));
    const { held } = sequence;
    const said = request.brief === true ? briefly(verdicts, rehearsedHash) : { items: verdicts };
    return reply({ batchId: request.batchId, now: this.#time.now(), held, ...said });
  }

  /** Says that all of it is stored, and takes nothing: for somebody else to say. */
  claim({ batchId, items }: PushRequest): RawReply {
    const verdicts = (items as readonly PackedItem[]).map(({ responseId, rev, contentHash }) => ({
      responseId,
      rev,
      contentHash,
      verdict: 'stored',
    }));
    return reply({ batchId, now: this.#time.now(), items: verdicts });
  }

  expireTokens(): void {
    this.#tokens.clear();
  }

  isForked(deviceId: string, storeEpoch: string): boolean {
    return this.#sequenceOf(deviceId, storeEpoch).forked;
  }

  /** A backup that was read back and found whole: only then does the horizon move. */
  backUp(): Backup {
    this.backupHorizon = this.#time.now();
    return { ...copyOf(this.#kept), madeAt: this.backupHorizon };
  }

  /** Another disk: tokens are gone. `knows`: that it is not the one it was; it does not where somebody just copied a file back. */
  restore(backup: Backup, knows = true): void {
    this.#kept = copyOf(backup);
    this.backupHorizon = backup.madeAt;
    if (knows) this.storeEpoch = `server-epoch-${String((this.#made += 1))}`;
    this.expireTokens();
  }

  #sequenceOf(deviceId: string, storeEpoch: string): RehearsedSequence {
    const key = `${deviceId} ${storeEpoch}`;
    const known = this.#kept.sequences.get(key) ?? new RehearsedSequence();
    this.#kept.sequences.set(key, known);
    return known;
  }

  #take(item: PushItem, sequence: RehearsedSequence, revoked: boolean): Verdict {
    const { responseId, rev, contentHash, payload } = item;
    if (rehearsedHash(payload) !== contentHash) return 'bad_hash';
    if (payload.length > this.limits.maxPayloadBytes) return 'too_large';
    const key = `${responseId} ${String(rev)}`;
    const place = `${key} ${contentHash}`;
    const isNew = !this.inbox.has(place);
    sequence.add(item, isNew);
    if (!isNew) return 'duplicate';
    this.everTaken.add(place);
    this.inbox.set(place, { contentHash, payload });
    if (this.counted.has(key)) return 'conflict';
    if (revoked || !payload.startsWith('{')) return 'quarantined';
    this.counted.set(key, (this.counted.get(key) ?? 0) + 1);
    return 'stored';
  }
}

/** One that says nothing of the chain follows on the one before it (B11). */
function withChains(items: readonly PackedItem[]): readonly PushItem[] {
  let before = '';
  return items.map(({ responseId, rev, seq, contentHash, chain, payload }) => {
    before = chain ?? rehearsedChain(before, seq, contentHash);
    return { responseId, rev, seq, contentHash, chain: before, payload };
  });
}

const copyOf = ({ inbox, counted, sequences }: Kept): Kept => ({
  inbox: new Map(inbox),
  counted: new Map(counted),
  sequences: new Map([...sequences].map(([key, sequence]) => [key, sequence.copy()])),
});

const SURVEY = { surveyId: 's', questionnaireId: 'q', definition: {} };
