import { randomBytes, createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isAcknowledging, parseReceipt, readVerdicts, type PushItem } from '../../../core/protocol/index.ts';
import type { Attachment } from '../../../core/response/index.ts';
import type { FileAttachment } from '../../../formats/syncFile/index.ts';
import { sampleResponse, type TestDevice, type TestServer } from '../../testing/index.ts';
import { importFile } from '../importFile.ts';
import { fileWith, partsOf } from './savedFile.ts';

interface Photo {
  readonly named: Attachment;
  readonly contents: Buffer;
}

/** A device that hands its responses over by file, by network, or both: what waits, and what settles it, by the rules of `core`. */
export class CarryingDevice {
  readonly #server: TestServer;
  readonly #device: TestDevice;
  readonly items: PushItem[] = [];
  readonly photos: Photo[] = [];
  readonly waiting = new Set<number>();
  readonly photosWaiting = new Set<string>();
  readonly #files: string[] = [];
  readonly #receipts: string[] = [];

  constructor(server: TestServer, device: TestDevice) {
    this.#server = server;
    this.#device = device;
  }

  static async enrolledAt(server: TestServer): Promise<CarryingDevice> {
    return new CarryingDevice(server, await server.device());
  }

  get deviceId(): string {
    return this.#device.deviceId;
  }

  record(withPhoto: boolean): void {
    const contents = randomBytes(700);
    const sha256 = createHash('sha256').update(contents).digest('hex');
    const named = { name: `${sha256}.jpg`, mediaType: 'image/jpeg', bytes: contents.length, sha256 };
    const item = this.#device.seal(sampleResponse(withPhoto ? { attachments: [named] } : {}));
    this.items.push(item);
    this.waiting.add(item.seq);
    if (!withPhoto) return;
    this.photos.push({ named, contents });
    this.photosWaiting.add(sha256);
  }

  /** Some of what waits goes over the network; where `heard` is not so, the reply is lost. */
  async push(most: number, heard: boolean): Promise<void> {
    const items = this.items.filter(({ seq }) => this.waiting.has(seq)).slice(0, most);
    if (items.length === 0) return;
    const { body } = await this.#device.push(items);
    if (!heard) return;
    for (const [index, { verdict }] of body.items.entries())
      if (isAcknowledging(verdict)) this.waiting.delete(items[index]?.seq ?? 0);
  }

  async upload(heard: boolean): Promise<void> {
    const photo = this.photos.find(({ named }) => this.photosWaiting.has(named.sha256));
    if (photo === undefined) return;
    const { sha256, bytes } = photo.named;
    const reply = await fetch(`${this.#server.origin}/api/sync/attachments/${sha256}`, {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${this.#device.token}`,
        'content-type': 'application/offset+octet-stream',
        'upload-offset': '0',
        'upload-length': String(bytes),
      },
      body: new Uint8Array(photo.contents),
    });
    const { complete } = (await reply.json()) as { readonly complete?: boolean };
    if (heard && complete === true) this.photosWaiting.delete(sha256);
  }

  async save(): Promise<void> {
    const items = this.items.filter(({ seq }) => this.waiting.has(seq));
    const attachments = this.photos.filter(({ named }) => this.photosWaiting.has(named.sha256)).map(carried);
    const given = attachments.length === 0 ? {} : { attachments };
    this.#files.push((await fileWith(this.#server, { device: this.#device, items, ...given })).path);
  }

  /** Any file that was ever saved is read in, once more perhaps, perhaps two at once. */
  async bring(which: number, twice: boolean): Promise<void> {
    const path = this.#files[which % Math.max(1, this.#files.length)];
    if (path === undefined) return;
    const parts = partsOf(this.#server);
    const taken = await Promise.all(
      twice ? [importFile(parts, path), importFile(parts, path)] : [importFile(parts, path)],
    );
    // A later import of the same bytes puts another receipt in the same place: what was carried away is kept.
    for (const { receipt } of taken) if (receipt !== null) this.#receipts.push(readFileSync(receipt, 'utf8'));
  }

  /** Any receipt that was ever made is read, as R4 says. */
  hear(which: number): void {
    const text = this.#receipts[which % Math.max(1, this.#receipts.length)];
    if (text === undefined) return;
    const { serverId } = this.#server.store;
    const receipt = parseReceipt(text, { serverId, deviceId: this.deviceId });
    if (!receipt.ok) throw new Error(receipt.error);
    for (const { seqs, reply } of receipt.value.batches) {
      const held = this.items.filter(({ seq }) => seqs.includes(seq));
      const verdicts = readVerdicts(reply, String(reply['batchId']), held) ?? [];
      for (const [index, verdict] of verdicts.entries())
        if (isAcknowledging(verdict)) this.waiting.delete(held[index]?.seq ?? 0);
    }
    for (const { attachments } of receipt.value.attachments)
      for (const { sha256, complete } of attachments) if (complete) this.photosWaiting.delete(sha256);
  }

  get receipts(): number {
    return this.#receipts.length;
  }

  get files(): number {
    return this.#files.length;
  }
}

function carried({ named: { sha256, bytes }, contents }: Photo): FileAttachment {
  async function* read() {
    yield await Promise.resolve(new Uint8Array(contents));
  }
  return { sha256, bytes, read };
}
