import { createHash, randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import {
  PROTOCOL,
  RECEIPT_FORMAT,
  receiptLine,
  receiptStatement,
  type AttachmentWord,
  type PushVerdict,
  type ReceiptHead,
} from '../../core/protocol/index.ts';
import { seqOf } from './seqOf.ts';

interface JudgedBatch {
  readonly batchId: string;
  readonly storeEpoch: string;
  /** Of the server's store. */
  readonly serverEpoch: string;
  readonly items: readonly unknown[];
  readonly verdicts: readonly PushVerdict[];
  readonly now: number;
  readonly held: number;
}

/** Writes a receipt line by line beside its place, and puts it there once it is signed (R1 to R3). */
export class ReceiptWriter {
  readonly #path: string;
  /** Two may read the same file at once. */
  readonly #token = randomUUID();
  readonly #file: number;
  readonly #digest = createHash('sha256');
  #head: ReceiptHead | null = null;

  constructor(path: string) {
    this.#path = path;
    this.#file = openSync(this.#part, 'w', 0o600);
  }

  get #part(): string {
    return `${this.#path}.${this.#token}.part`;
  }

  begin(named: Pick<ReceiptHead, 'serverId' | 'deviceId' | 'fileId'>): void {
    const { serverId, deviceId, fileId } = named;
    this.#head = { format: RECEIPT_FORMAT, version: 1, serverId, deviceId, fileId };
    this.#write(receiptLine(this.#head));
  }

  /** The reply that a push of the batch gets. */
  add({ batchId, storeEpoch, serverEpoch, items, verdicts, now, held }: JudgedBatch): void {
    const serverId = this.#head?.serverId ?? '';
    const reply = { protocol: PROTOCOL, serverId, batchId, now, held, items: verdicts };
    // 0: none that any device asks for.
    this.#write(receiptLine({ storeEpoch, serverEpoch, seqs: items.map((item) => seqOf(item) ?? 0), reply }));
  }

  /** What the network would have said of these. */
  addAttachments(serverEpoch: string, now: number, attachments: readonly AttachmentWord[]): void {
    this.#write(receiptLine({ serverEpoch, now, attachments }));
  }

  async finish(sign: (statement: string) => Promise<string>): Promise<void> {
    if (this.#head === null) throw new Error('a receipt without a head');
    const signature = await sign(receiptStatement(this.#head, this.#digest.copy().digest('hex')));
    this.#write(receiptLine({ signature }));
    fsyncSync(this.#file);
    closeSync(this.#file);
    renameSync(this.#part, this.#path);
  }

  /** Nothing was taken: there is nothing to carry back. */
  discard(): void {
    closeSync(this.#file);
    rmSync(this.#part, { force: true });
  }

  #write(text: string): void {
    this.#digest.update(text);
    const bytes = Buffer.from(text, 'utf8');
    for (let at = 0; at < bytes.length;) at += writeSync(this.#file, bytes, at);
  }
}
