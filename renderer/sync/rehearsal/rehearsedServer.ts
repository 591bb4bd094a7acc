import {
  LIMITS,
  makeProblem,
  type HelloRequest,
  type ProblemCode,
  type PushItem,
  type PushRequest,
  type RawReply,
  type Verdict,
} from '../../../core/protocol/index.ts';
import { hashText } from '../../../core/response/index.ts';
import type { RehearsedTime } from './rehearsedTime.ts';

export const SERVER_ID = 'server-1';
export const DEVICE_ID = 'device-1';

const reply = (body: Readonly<Record<string, unknown>>, status = 200): RawReply => ({
  status,
  contentType: status === 200 ? 'application/json' : 'application/problem+json',
  body: { protocol: 1, serverId: SERVER_ID, ...body },
});

/** What the sync server promises, in plain maps: store first, one verdict each, tokens that expire. */
export class RehearsedServer {
  /** Stored responses by id and revision, and how often each was counted. */
  readonly inbox = new Map<string, { contentHash: string; payload: string }>();
  readonly counted = new Map<string, number>();
  readonly pushes: PushRequest[] = [];
  readonly hellos: HelloRequest[] = [];
  /** Says that the server has another version than the device names. */
  questionnaireVersion = '1';
  limits: { maxItems: number; maxBatchBytes: number; maxPayloadBytes: number } = { ...LIMITS };
  knowsDevice = true;
  #tokens = new Map<string, number>();
  #made = 0;
  readonly #time: RehearsedTime;

  constructor(time: RehearsedTime) {
    this.#time = time;
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
    this.hellos.push(request);
    const token = `token-${String((this.#made += 1))}`;
    this.#tokens.set(token, this.#time.monotonic() + 600_000);
    const { surveyId, questionnaireId, definition } = SURVEY;
    const questionnaireVersion = this.questionnaireVersion;
    const newer = request.questionnaireVersion !== questionnaireVersion;
    return reply({
      token,
      tokenSeconds: 600,
      now: this.#time.now(),
      storeEpoch: 'server-epoch',
      highWater: 0,
      limits: this.limits,
      touchpoint: { touchpointId: 't', name: 'Till', timezone: 'Europe/Riga' },
      ...(newer ? { survey: { surveyId, questionnaireId, questionnaireVersion, definition } } : {}),
    });
  }

  push(token: string, request: PushRequest): RawReply {
    if ((this.#tokens.get(token) ?? 0) <= this.#time.monotonic()) return this.refuse('token_invalid');
    this.pushes.push(request);
    const items = request.items as readonly PushItem[];
    const verdicts = items.map((item) => ({
      responseId: item.responseId,
      rev: item.rev,
      contentHash: item.contentHash,
      verdict: this.#take(item),
    }));
    return reply({ batchId: request.batchId, items: verdicts });
  }

  expireTokens(): void {
    this.#tokens.clear();
  }

  #take({ responseId, rev, contentHash, payload }: PushItem): Verdict {
    if (hashText(payload) !== contentHash) return 'bad_hash';
    if (payload.length > this.limits.maxPayloadBytes) return 'too_large';
    const key = `${responseId} ${String(rev)}`;
    const held = this.inbox.get(key);
    if (held !== undefined) return held.contentHash === contentHash ? 'duplicate' : 'conflict';
    this.inbox.set(key, { contentHash, payload });
    this.counted.set(key, (this.counted.get(key) ?? 0) + 1);
    return payload.startsWith('{') ? 'stored' : 'quarantined';
  }
}

const SURVEY = { surveyId: 's', questionnaireId: 'q', definition: {} };
