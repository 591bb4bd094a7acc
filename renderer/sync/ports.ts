import type { Clock, RandomSource } from '../../core/kernel/index.ts';
import type {
  DeviceHealth,
  HelloRequest,
  PushItem,
  PushRequest,
  SentItem,
  Verdict,
} from '../../core/protocol/index.ts';
import type { Committed } from '../data/committed.ts';
import type { Contact } from '../data/recordContact.ts';
import type { KnownServer, SyncProblem } from '../data/syncStatus.ts';
import type { Exchange } from '../transport/exchange.ts';

export type PackedBatch = Uint8Array<ArrayBuffer>;

/** The wire. Never rejects for the network's sake: trouble is a value. */
export interface NetworkPort {
  challenge(): Promise<Exchange>;
  hello(request: HelloRequest): Promise<Exchange>;
  /** The bytes that will cross the wire. */
  pack(request: PushRequest): Promise<PackedBatch>;
  /** The same, of items that lie packed already: whole members of gzip, each of items in JSON with commas between. */
  packAround(frame: PushFrame, items: readonly ArrayBuffer[]): Promise<PackedBatch>;
  push(token: string, packed: PackedBatch): Promise<Exchange>;
}

/** A push without its items. */
export interface PushFrame {
  readonly protocol: 1;
  readonly batchId: string;
  readonly deviceId: string;
  readonly storeEpoch: string;
  /** Where that store epoch begins (B10). */
  readonly firstSeq: number;
  /** Thousands of verdicts are not wanted word for word (B9). */
  readonly brief?: true;
}

export interface WaitingBatch {
  readonly storeEpoch: string;
  readonly firstSeq: number;
  readonly items: readonly PushItem[];
}

/** Thousands that lie packed on the device are not unpacked to be sent. */
export interface WaitingPacked {
  readonly storeEpoch: string;
  readonly firstSeq: number;
  readonly places: readonly (SentItem & { readonly seq: number })[];
  readonly packed: readonly ArrayBuffer[];
}

/** What a hello says of the device. */
export interface DeviceMemory {
  readonly storeEpoch: string;
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly questionnaireVersion: string | null;
  readonly cursor: string | null;
  /** The server's store as the last hello left it. */
  readonly server: KnownServer | null;
  readonly health: DeviceHealth;
}

export interface BatchWanted {
  readonly maxItems: number;
  /** The same for what lies packed; 0: nothing packed is wanted. */
  readonly maxPackedItems: number;
  readonly after: number;
}

/** The device's memory as the pump sees it. Rejects when the storage fails; the pump backs off then. */
export interface OutboxPort {
  /** The oldest waiting items, of those after the number `after`. */
  readBatch(wanted: BatchWanted): Promise<WaitingBatch | WaitingPacked | null>;
  settle(settled: readonly { seq: number; verdict: Verdict }[], committed: Committed): Promise<void>;
  blame(seq: number): Promise<void>;
  readHealth(): Promise<DeviceMemory | null>;
  /**
   * What was acknowledged above this number of today's store epoch, and is still kept, waits again; all of it where the response at
   * that number is not the one with this chain hash. The rest counts as acknowledged at `serverNow`, by the server's clock.
   */
  rewind(highWater: number, chain: string | null, serverNow: number): Promise<void>;
  /** What is recorded from now on belongs to a new store epoch. */
  renewEpoch(): Promise<void>;
  recordContact(contact: Contact): Promise<void>;
  recordProblem(problem: SyncProblem, stopped: boolean): Promise<void>;
}

/** Who speaks, to whom: fixed at enrolment. */
export interface Identity {
  readonly deviceId: string;
  readonly serverId: string;
  /** Base64url of the ECDSA signature (IEEE P1363) over the text's UTF-8 bytes. */
  sign(text: string): Promise<string>;
}

export interface FilesStep {
  /** When there may be something to do again, by the clock that never jumps. */
  readonly next: number;
  readonly tokenIsGood: boolean;
}

/** What belongs to responses and follows them (T2): a part with each call, and only when nothing else waits. */
export interface FilesPort {
  sendPart(token: string): Promise<FilesStep>;
}

export interface PumpPorts {
  readonly clock: Clock;
  readonly random: RandomSource;
  readonly network: NetworkPort;
  readonly outbox: OutboxPort;
  readonly identity: Identity;
  readonly files?: FilesPort;
}
