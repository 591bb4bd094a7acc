import { randomUUID, webcrypto } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import {
  PART_TYPE,
  PROTOCOL,
  helloStatement,
  type EnrolReply,
  type HelloReply,
  type PushItem,
  type PushReply,
} from '../../core/protocol/index.ts';
import {
  CHAIN_START,
  chainHash,
  hashText,
  sealResponse,
  type Response as Heard,
} from '../../core/response/index.ts';

const { subtle } = webcrypto;
const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** What came back, before anything is believed of it. */
export interface Answered<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface DeviceOptions {
  /** The device's clock; the machine's when left out. */
  readonly now?: () => number;
  readonly storeEpoch?: string;
}

/** A device without a screen: the protocol's other side, with real keys and a real chain. */
export class TestDevice {
  readonly #origin: () => string;
  readonly #keys: webcrypto.CryptoKeyPair;
  readonly #now: () => number;
  readonly storeEpoch: string;
  enrolment: EnrolReply | null = null;
  token = '';
  /** Accept-Encoding of its requests. */
  accepts = 'gzip';
  #cursor: string | undefined;
  #questionnaireVersion = '1';
  #seq = 0;
  #chain = CHAIN_START;

  /** `origin` may say another one with each request. */
  static async make(origin: string | (() => string), options: DeviceOptions = {}): Promise<TestDevice> {
    const asked = typeof origin === 'string' ? () => origin : origin;
    return new TestDevice(asked, await subtle.generateKey(ECDSA, false, ['sign', 'verify']), options);
  }

  private constructor(origin: () => string, keys: webcrypto.CryptoKeyPair, options: DeviceOptions) {
    this.#origin = origin;
    this.#keys = keys;
    this.#now = options.now ?? (() => Date.now());
    this.storeEpoch = options.storeEpoch ?? randomUUID();
  }

  /** The same device, as it speaks with another server of the same store. */
  async at(origin: string): Promise<TestDevice> {
    const twin = new TestDevice(() => origin, this.#keys, { now: this.#now, storeEpoch: this.storeEpoch });
    twin.enrolment = this.enrolment;
    await twin.hello();
    return twin;
  }

  get deviceId(): string {
    return this.enrolment?.deviceId ?? 'never enrolled';
  }

  async enrol(code: string): Promise<Answered<EnrolReply>> {
    const publicKey = await subtle.exportKey('jwk', this.#keys.publicKey);
    const request = { protocol: PROTOCOL, code, publicKey, installId: 'install-1', appVersion: '0.1.0' };
    const answered = await this.post<EnrolReply>('/api/device/enrol', request);
    if (answered.status === 200) this.enrolment = answered.body;
    return answered;
  }

  async challenge(): Promise<Answered<{ nonce: string; serverId: string; code?: string }>> {
    return this.post('/api/sync/challenge', { protocol: PROTOCOL, deviceId: this.deviceId });
  }

  async sign(statement: string): Promise<string> {
    const bytes = Buffer.from(statement, 'utf8');
    const signature = await subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, this.#keys.privateKey, bytes);
    return Buffer.from(signature).toString('base64url');
  }

  /** Says hello as a device does, but for the members given. */
  async hello(changes: Readonly<Record<string, unknown>> = {}): Promise<Answered<HelloReply>> {
    const { serverId, nonce } = (await this.challenge()).body;
    const answered = await this.post<HelloReply>('/api/sync/hello', {
      protocol: PROTOCOL,
      deviceId: this.deviceId,
      nonce,
      signature: await this.sign(helloStatement(serverId, this.deviceId, nonce)),
      storeEpoch: this.storeEpoch,
      lastSeq: this.#seq,
      deviceNow: this.#now(),
      questionnaireVersion: this.#questionnaireVersion,
      ...(this.#cursor === undefined ? {} : { cursor: this.#cursor }),
      health: { waiting: 0, parked: 0, appVersion: '0.1.0' },
      ...changes,
    });
    if (answered.status === 200) {
      this.token = answered.body.token;
      this.#cursor = answered.body.cursor;
      this.#questionnaireVersion = answered.body.survey?.questionnaireVersion ?? this.#questionnaireVersion;
    }
    return answered;
  }

  /** Seals a response as the next of this device's chain. */
  seal(response: Heard): PushItem {
    const { responseId, rev, payload, contentHash } = sealResponse(response);
    return this.place(responseId, rev, payload, contentHash);
  }

  /** Any payload, sound or not, as the next of this device's chain. */
  sealText(responseId: string, payload: string): PushItem {
    return this.place(responseId, 1, payload, hashText(payload));
  }

  async push(
    items: readonly unknown[],
    changes: Readonly<Record<string, unknown>> = {},
  ): Promise<Answered<PushReply>> {
    return this.post(
      '/api/sync/push',
      {
        protocol: PROTOCOL,
        batchId: randomUUID(),
        deviceId: this.deviceId,
        storeEpoch: this.storeEpoch,
        items,
        ...changes,
      },
      { authorization: `Bearer ${this.token}` },
    );
  }

  /** A part of an attachment; all of it, where nothing else is said. */
  async upload(
    { sha256, bytes }: { readonly sha256: string; readonly bytes: number },
    part: Uint8Array,
    offset = 0,
  ): Promise<Answered<Readonly<Record<string, unknown>>>> {
    const reply = await fetch(`${this.#origin()}/api/sync/attachments/${sha256}`, {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${this.token}`,
        'content-type': PART_TYPE,
        'upload-offset': String(offset),
        'upload-length': String(bytes),
      },
      body: new Uint8Array(part),
    });
    const body = (await reply.json()) as Readonly<Record<string, unknown>>;
    return { status: reply.status, headers: reply.headers, body };
  }

  async post<Body>(
    path: string,
    body: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answered<Body>> {
    const packed = new Uint8Array(gzipSync(JSON.stringify(body)));
    const reply = await fetch(this.#origin() + path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-encoding': 'gzip',
        'accept-encoding': this.accepts,
        ...headers,
      },
      body: packed,
    });
    return { status: reply.status, headers: reply.headers, body: (await reply.json()) as Body };
  }

  /** What was sealed already, as the next of this device's chain. */
  place(responseId: string, rev: number, payload: string, contentHash: string): PushItem {
    this.#seq += 1;
    this.#chain = chainHash(this.#chain, this.#seq, contentHash);
    return { responseId, rev, seq: this.#seq, contentHash, chain: this.#chain, payload };
  }
}
