import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { err, ok, type Clock, type Result } from '../../core/kernel/index.ts';
import {
  NO_COUNTS,
  clockWarnings,
  countVerdicts,
  type AttachmentWord,
  type ImportReport,
  type SyncFileManifest,
} from '../../core/protocol/index.ts';
import {
  readSyncFile,
  type Digest,
  type FileEvent,
  type Stop,
  type Verify,
} from '../../formats/syncFile/index.ts';
import { recordAct } from '../audit/index.ts';
import type { AttachmentDesk } from '../attachments/index.ts';
import { findDevice, readHoles, verifySignature, type Device } from '../devices/index.ts';
import type { EventHub } from '../events/index.ts';
import type { ServerFileKeys } from '../fileKeys/index.ts';
import { foreseeBatch, ingestBatch } from '../ingest/index.ts';
import type { Store } from '../store/index.ts';
import { CarriedAttachments } from './carriedAttachments.ts';
import { gunzip } from './gunzip.ts';
import { KeptFiles, measureFile } from './keptFiles.ts';
import { ReceiptWriter } from './receiptWriter.ts';
import { seqOf } from './seqOf.ts';

export interface ImportParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly events: EventHub;
  readonly fileKeys: ServerFileKeys;
  readonly attachments: AttachmentDesk;
  readonly dataFolder: string;
}

export interface ImportOptions {
  /** Nothing is written; the report says what would become of the file. */
  readonly preview?: boolean;
  /** What the file is called for people; its own name when left out. */
  readonly name?: string;
  /** What took it in, where no person did at the console: named in the audit log. */
  readonly through?: string;
  /** Told how many of its bytes have been read so far. */
  readonly onRead?: (bytes: number) => void;
  /** Ends it after the batch that is being taken in, by throwing; what was taken stays taken. */
  readonly signal?: AbortSignal;
}

export interface Imported {
  readonly report: ImportReport;
  /** To be carried back to the device; null: nothing was taken. */
  readonly receipt: string | null;
}

/** Takes a sync file in as if its batches came over the network (L9). Whatever the file is, the answer is a report. */
export async function importFile(
  parts: ImportParts,
  path: string,
  options: ImportOptions = {},
): Promise<Imported> {
  const { clock, dataFolder } = parts;
  const kept = new KeptFiles(dataFolder);
  const measured = await measureFile(path);
  const before = kept.report(measured.sha256);
  const receiptPath = kept.receiptPath(measured.sha256);
  const receipt = options.preview === true ? null : new ReceiptWriter(receiptPath);
  const reading = new Reading(parts, receipt);
  await readThrough(reading, path, parts, options).catch((error: unknown) => {
    receipt?.discard();
    throw error;
  });
  const state = reading.state();
  const report: ImportReport = {
    file: { name: options.name ?? basename(path), ...measured },
    at: clock.now(),
    preview: options.preview === true,
    state,
    firstTakenAt: before?.firstTakenAt ?? null,
    ...(await reading.findings()),
  };
  const isTaken = reading.isTaken();
  if (receipt === null) return { report, receipt: null };
  kept.keepReport({ ...report, firstTakenAt: report.firstTakenAt ?? (isTaken ? report.at : null) });
  if (state !== 'merged') kept.keepFile(path, measured.sha256);
  if (!isTaken) receipt.discard();
  else await receipt.finish(parts.fileKeys.signReceipt);
  if (isTaken && options.through !== undefined) await noteImport(parts, options.through, report);
  return { report, receipt: isTaken ? receiptPath : null };
}

const noteImport = ({ store, clock }: ImportParts, through: string, { file, state, counts }: ImportReport) =>
  store.write((tx) =>
    recordAct(tx, {
      by: { personId: '', name: through },
      at: clock.now(),
      act: 'file_imported',
      kind: 'sync file',
      subject: file.sha256,
      detail: { name: file.name, bytes: file.bytes, state, read: counts.read, new: counts.new },
    }),
  );

async function readThrough(reading: Reading, path: string, parts: ImportParts, options: ImportOptions) {
  const { onRead, signal } = options;
  for await (const event of readSyncFile(readFrom(path, onRead), {
    identities: parts.fileKeys.identities,
    gunzip,
    newDigest,
    admit: (manifest) => reading.admit(manifest),
  })) {
    signal?.throwIfAborted();
    await reading.take(event);
  }
}

function newDigest(): Digest {
  const digest = createHash('sha256');
  return { update: (bytes) => digest.update(bytes), hex: () => digest.digest('hex') };
}

async function* readFrom(path: string, onRead: (bytes: number) => void = () => undefined) {
  let read = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    yield chunk;
    read += chunk.length;
    onRead(read);
  }
}

/** What was learnt of a file so far. */
class Reading {
  readonly #parts: ImportParts;
  readonly #receipt: ReceiptWriter | null;
  readonly #attachments: CarriedAttachments;
  #manifest: SyncFileManifest | null = null;
  #device: Device | null = null;
  #counts = NO_COUNTS;
  #lastSeq: number | null = null;
  readonly #epochs = new Set<string>();
  #last: FileEvent | null = null;

  constructor(parts: ImportParts, receipt: ReceiptWriter | null) {
    this.#parts = parts;
    this.#receipt = receipt;
    const { clock, store } = parts;
    const tell =
      receipt &&
      ((words: readonly AttachmentWord[]) => receipt.addAttachments(store.storeEpoch, clock.now(), words));
    this.#attachments = new CarriedAttachments(parts.attachments, tell);
  }

  async admit(manifest: SyncFileManifest): Promise<Result<Verify, Stop>> {
    const { store } = this.#parts;
    if (manifest.serverId !== store.serverId) return err(OTHER_SERVER);
    const device = await findDevice(store.read, manifest.deviceId);
    if (device === null) return err(UNKNOWN_DEVICE);
    this.#device = device;
    this.#receipt?.begin(manifest);
    return ok((statement, signature) => verifySignature(device.publicKey, statement, signature));
  }

  async take(event: FileEvent): Promise<void> {
    this.#last = event;
    if (event.kind === 'manifest') this.#manifest = event.manifest;
    if (event.kind === 'attachment') await this.#attachments.take(event.attachment);
    if (event.kind !== 'batch' || this.#device === null) return;
    const { seal, items } = event.batch;
    this.#epochs.add(seal.storeEpoch);
    const verdicts = await this.#judge(this.#device, event.batch);
    this.#counts = countVerdicts(this.#counts, verdicts);
    this.#attachments.expect(items, verdicts);
    this.#lastSeq = seqOf(items.at(-1)) ?? this.#lastSeq;
  }

  async #judge(device: Device, { seal, items }: Extract<FileEvent, { kind: 'batch' }>['batch']) {
    const { store, clock } = this.#parts;
    if (this.#receipt === null) return foreseeBatch(store.read, device, items);
    const { batchId, storeEpoch, firstSeq } = seal;
    const batch = { batchId, storeEpoch, firstSeq, items: [...items] };
    const { verdicts, held } = await ingestBatch(this.#parts, device, batch, 'file');
    const serverEpoch = store.storeEpoch;
    this.#receipt.add({ batchId, storeEpoch, serverEpoch, items, verdicts, held, now: clock.now() });
    return verdicts;
  }

  /** There is something to carry back. */
  isTaken(): boolean {
    return this.#counts.read > 0 || this.#attachments.read > 0 || this.#last?.kind === 'end';
  }

  state(): ImportReport['state'] {
    if (this.#last?.kind === 'end') return 'merged';
    if (this.isTaken()) return 'partly';
    return this.#last?.kind === 'stopped' && this.#last.stop.trouble === 'unknownDevice'
      ? 'aside'
      : 'refused';
  }

  /** What was learnt, once nothing more comes. */
  async findings() {
    this.#attachments.finish();
    const { clock } = this.#parts;
    const manifest = this.#manifest;
    const stopped = this.#last?.kind === 'stopped' ? this.#last : null;
    const isCut = stopped?.stop.trouble === 'cut' || stopped?.stop.trouble === 'damaged';
    return {
      trouble: stopped?.stop.trouble ?? null,
      detail: stopped?.stop.detail ?? '',
      origin: manifest === null ? null : originOf(manifest),
      revokedDevice: this.#device !== null && this.#device.revokedAt !== null,
      counts: this.#counts,
      attachments: await this.#attachments.counts(),
      signature: signatureOf(stopped?.stop ?? null, this.isTaken()),
      truncated: isCut ? { afterResponses: this.#counts.read, lastSeq: this.#lastSeq } : null,
      keyIds: stopped?.keyIds ?? [],
      holes: await this.#holes(),
      clockWarnings:
        manifest === null ? [] : clockWarnings(manifest.createdAt, manifest.clockOffset, clock.now()),
    } as const;
  }

  async #holes(): Promise<ImportReport['holes']> {
    const holes: ImportReport['holes'][number][] = [];
    const device = this.#device;
    if (device === null) return holes;
    for (const storeEpoch of this.#epochs)
      for (const hole of await readHoles(this.#parts.store.read, device.deviceId, storeEpoch))
        holes.push({ storeEpoch, ...hole });
    return holes;
  }
}

const OTHER_SERVER: Stop = {
  trouble: 'otherServer',
  detail: 'The file was written for another Earshot server. Take it there.',
};
const UNKNOWN_DEVICE: Stop = {
  trouble: 'unknownDevice',
  detail:
    'This server does not know the device that wrote the file, so its signature can’t be checked. The file is kept.',
};

function originOf(manifest: SyncFileManifest): ImportReport['origin'] {
  const { fileId, deviceId, deviceName, touchpointId, createdAt, responses, attachments } = manifest;
  const said = { fileId, deviceId, deviceName, touchpointId, createdAt, responses };
  return attachments === undefined ? said : { ...said, attachments };
}

function signatureOf(stop: Stop | null, isTaken: boolean): ImportReport['signature'] {
  if (stop === null) return 'valid';
  if (stop.trouble === 'signatureInvalid') return 'invalid';
  return isTaken ? 'upToCut' : 'unchecked';
}
