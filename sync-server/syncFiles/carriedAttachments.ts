import { isMembers } from '../../core/kernel/index.ts';
import type { AttachmentCounts, AttachmentWord, Verdict } from '../../core/protocol/index.ts';
import { attachmentsIn, type AttachmentDesk, type Carried } from '../attachments/index.ts';

/** What nobody can carry in one file; beyond it, the report does not tell all that is missing. */
const MOST_EXPECTED = 200_000;
const MOST_LISTED = 20;
const WORDS_A_LINE = 500;

interface Expected {
  readonly bytes: number;
  readonly responseId: string;
  readonly name: string;
}

interface Arrived {
  readonly sha256: string;
  readonly bytes: number;
  readonly contents: AsyncIterable<Uint8Array>;
}

/** The server holds these responses, so what they name may come. */
const HELD: ReadonlySet<Verdict> = new Set(['stored', 'duplicate', 'quarantined', 'conflict']);

/** Takes the attachments of one sync file in, or finds out what would become of them, and knows which are still missing. */
export class CarriedAttachments {
  readonly #desk: AttachmentDesk;
  /** `null`: it is a preview, and nothing is written. */
  readonly #tell: ((words: readonly AttachmentWord[]) => void) | null;
  readonly #expected = new Map<string, Expected>();
  #words: AttachmentWord[] = [];
  readonly #counts = { read: 0, new: 0, duplicate: 0, unasked: 0, notKept: 0 };

  constructor(desk: AttachmentDesk, tell: ((words: readonly AttachmentWord[]) => void) | null) {
    this.#desk = desk;
    this.#tell = tell;
  }

  /** How many were taken or are here already. */
  get read(): number {
    return this.#counts.read;
  }

  /** Notes what responses name that the server holds, or would hold. */
  expect(items: readonly unknown[], verdicts: readonly { readonly verdict: Verdict }[]): void {
    for (const [index, { verdict }] of verdicts.entries()) {
      if (!HELD.has(verdict)) continue;
      const { responseId, payload } = readItem(items[index]);
      for (const { sha256, bytes, name } of attachmentsIn(payload))
        if (this.#expected.size < MOST_EXPECTED && !this.#expected.has(sha256))
          this.#expected.set(sha256, { bytes, responseId, name });
    }
  }

  async take({ sha256, bytes, contents }: Arrived): Promise<void> {
    const carried = await this.#judge({ sha256, bytes, contents });
    // Whoever reads the file finds that out, too, and stops there.
    if (carried === 'spoilt') return;
    this.#counts.read += 1;
    this.#counts[carried === 'noRoom' ? 'notKept' : carried] += 1;
    if (carried === 'noRoom') return;
    if (carried !== 'unasked') this.#expected.delete(sha256);
    this.#words.push({ sha256, bytes, complete: carried !== 'unasked' });
    if (this.#words.length === WORDS_A_LINE) this.finish();
  }

  /** Tells what was not told yet. */
  finish(): void {
    if (this.#words.length > 0) this.#tell?.(this.#words);
    this.#words = [];
  }

  async #judge({ sha256, bytes, contents }: Arrived): Promise<Carried> {
    if (this.#tell !== null) return this.#desk.takeCarried({ sha256, bytes }, contents);
    if (await this.#desk.isHeld({ sha256, bytes })) return 'duplicate';
    const isAsked =
      this.#expected.get(sha256)?.bytes === bytes || (await this.#desk.isNamed({ sha256, bytes }));
    let length = 0;
    for await (const portion of contents) length += portion.length;
    if (length < bytes) return 'spoilt';
    return isAsked ? 'new' : 'unasked';
  }

  /** After the last. */
  async counts(): Promise<AttachmentCounts> {
    const missing = { count: 0, bytes: 0 };
    const firstMissing: AttachmentCounts['firstMissing'] = [];
    for (const [sha256, { bytes, responseId, name }] of this.#expected) {
      if (await this.#desk.isHeld({ sha256, bytes })) continue;
      missing.count += 1;
      missing.bytes += bytes;
      if (firstMissing.length < MOST_LISTED) firstMissing.push({ responseId, name, bytes });
    }
    return { ...this.#counts, missing, firstMissing };
  }
}

function readItem(item: unknown): { readonly responseId: string; readonly payload: string } {
  const text = (name: string): string => {
    const member = isMembers(item) ? item[name] : '';
    return typeof member === 'string' ? member : '';
  };
  return { responseId: text('responseId'), payload: text('payload') };
}
