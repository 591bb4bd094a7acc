import { randomUUID } from 'node:crypto';
import { createReadStream, mkdirSync, rmSync } from 'node:fs';
import { readdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Clock } from '../../core/kernel/index.ts';
import { PartReceiver, Refusal, lengthOf } from '../http/index.ts';
import { TENANT, type Store } from '../store/index.ts';
import type { AttachmentStore } from './attachmentStore.ts';
import { hashOf } from './hashOf.ts';
import { writePortions } from './writePortions.ts';

export interface AttachmentParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly contents: AttachmentStore;
  /** Of this machine, for what has not come whole. */
  readonly incoming: string;
}

export interface Contents {
  readonly sha256: string;
  readonly bytes: number;
}

/** An attachment as a device announces it, and who does. */
export interface Announced extends Contents {
  readonly deviceId: string;
}

export interface Arrival {
  readonly offset: number;
  readonly complete: boolean;
}

/**
 * What became of contents that came in a file. `unasked`: no response names them; `noRoom`; `spoilt`: they ended early or do not have the
 * hash. Of the last three nothing stays.
 */
export type Carried = 'new' | 'duplicate' | 'unasked' | 'noRoom' | 'spoilt';

/** What devices send over the network needs room, too. */
const RESERVE = 256 * 1024 ** 2;
/** Whoever broke off so long ago begins anew. */
const DAY = 86_400_000;
const FORGOTTEN = 30 * DAY;

/**
 * Takes attachments in (T3 to T5). What has come of one lies in a file of its device and hash, so that nobody can spoil it for another
 * one, and a restart needs no bookkeeping. Several servers of one store each have their own: a device that changes between them begins anew.
 */
export class AttachmentDesk {
  readonly #parts: AttachmentParts;
  readonly #receiver = new PartReceiver();
  readonly #finishing = new Map<string, Promise<Arrival>>();
  #sweptAt = Number.NEGATIVE_INFINITY;

  constructor(parts: AttachmentParts) {
    this.#parts = parts;
    mkdirSync(parts.incoming, { recursive: true, mode: 0o700 });
  }

  /** Where the device is to go on. */
  async find(announced: Announced): Promise<Arrival> {
    const { bytes } = announced;
    if (await this.#isHere(announced)) return { offset: bytes, complete: true };
    if (!(await this.isNamed(announced))) throw unknown();
    await this.#sweepDaily();
    if (await this.#isHereUnknown(announced)) return { offset: bytes, complete: true };
    const offset = (await lengthOf(this.#path(announced))) ?? 0;
    if (offset >= bytes) return this.#finish(announced);
    if (!(await this.#hasRoomFor(bytes)))
      throw new Refusal('unavailable', 'The server has no room for an attachment of this size.', 300);
    return { offset, complete: false };
  }

  async receive(announced: Announced, offset: number, body: Readable): Promise<Arrival> {
    const { sha256, bytes } = announced;
    if ((await this.#heldBytes(sha256)) === bytes) {
      body.resume();
      return { offset: bytes, complete: true };
    }
    if (!(await this.isNamed(announced))) throw unknown();
    const path = this.#path(announced);
    await this.#receiver.receive({ path, bytes }, offset, body);
    const here = (await lengthOf(path)) ?? 0;
    return here === bytes ? this.#finish(announced) : { offset: here, complete: false };
  }

  /** Takes all of it out of a file that somebody carried here (L11), under the same conditions as over the network. */
  async takeCarried(given: Contents, portions: AsyncIterable<Uint8Array>): Promise<Carried> {
    const { sha256, bytes } = given;
    if ((await this.isHeld(given)) && (await this.#isHere(given))) return 'duplicate';
    if (!(await this.isNamed(given))) return 'unasked';
    await this.#sweepDaily();
    if (await this.#isHereUnknown(given)) return 'duplicate';
    if (!(await this.#hasRoomFor(bytes))) return 'noRoom';
    const path = join(this.#parts.incoming, `${sha256}.${randomUUID()}`);
    try {
      const length = await writePortions(path, portions);
      if (length === null) return 'noRoom';
      if (length !== bytes || (await hashOf(createReadStream(path))) !== sha256) return 'spoilt';
      await this.#parts.contents.take(sha256, path);
    } finally {
      rmSync(path, { force: true });
    }
    await this.#note(given);
    return 'new';
  }

  /** The store says that it holds them. */
  async isHeld({ sha256, bytes }: Contents): Promise<boolean> {
    return (await this.#heldBytes(sha256)) === bytes;
  }

  /** Some response that is here names them, counted or not. */
  async isNamed({ sha256, bytes }: Contents): Promise<boolean> {
    const named = await this.#parts.store.read
      .selectFrom('response_attachment')
      .where('tenant_id', '=', TENANT)
      .where('sha256', '=', sha256)
      .where('bytes', '=', bytes)
      .select('response_id')
      .executeTakeFirst();
    return named !== undefined;
  }

  async #isHere({ sha256, bytes }: Contents): Promise<boolean> {
    const held = await this.#heldBytes(sha256);
    if (held === null) return false;
    if (held !== bytes) throw unknown();
    if ((await this.#parts.contents.size(sha256)) === bytes) return true;
    // The contents were not put back with the database: whoever still keeps them may bring them again.
    await this.#disown(sha256);
    return false;
  }

  /** The store was put back from a backup that is older than the contents. */
  async #isHereUnknown(given: Contents): Promise<boolean> {
    const { sha256, bytes } = given;
    if ((await this.#parts.contents.size(sha256)) !== bytes || !(await this.#isSound(sha256))) return false;
    await this.#note(given);
    return true;
  }

  async #hasRoomFor(bytes: number): Promise<boolean> {
    const { bavail, bsize } = await statfs(this.#parts.incoming);
    return bavail * bsize >= bytes + RESERVE;
  }

  /** Takes away what was broken off long ago: no job, as each server of a store has parts of its own. */
  async #sweepDaily(): Promise<void> {
    const { incoming, clock } = this.#parts;
    const now = clock.now();
    if (now - this.#sweptAt < DAY) return;
    this.#sweptAt = now;
    for (const name of await readdir(incoming)) {
      const path = join(incoming, name);
      // Another request may have finished it meanwhile.
      const found = await stat(path).catch(() => null);
      if (found !== null && found.mtimeMs < now - FORGOTTEN) await rm(path, { force: true });
    }
  }

  /** `deviceId` comes out of a token of ours, `sha256` has the form of one. */
  #path({ deviceId, sha256 }: Announced): string {
    return join(this.#parts.incoming, `${sha256}.${deviceId}`);
  }

  async #heldBytes(sha256: string): Promise<number | null> {
    const held = await this.#parts.store.read
      .selectFrom('attachment')
      .where('tenant_id', '=', TENANT)
      .where('sha256', '=', sha256)
      .select('bytes')
      .executeTakeFirst();
    return held?.bytes ?? null;
  }

  /** Once at a time: whoever asks meanwhile hears the same. */
  #finish(announced: Announced): Promise<Arrival> {
    const path = this.#path(announced);
    const finishing =
      this.#finishing.get(path) ?? this.#verify(announced).finally(() => this.#finishing.delete(path));
    this.#finishing.set(path, finishing);
    return finishing;
  }

  async #verify(announced: Announced): Promise<Arrival> {
    const { sha256, bytes } = announced;
    const path = this.#path(announced);
    if ((await hashOf(createReadStream(path))) !== sha256) {
      rmSync(path, { force: true });
      throw new Refusal('attachment_mismatch', 'It was thrown away. Check what you hold, then begin anew.');
    }
    await this.#parts.contents.take(sha256, path);
    await this.#note(announced);
    return { offset: bytes, complete: true };
  }

  async #note({ sha256, bytes }: Contents): Promise<void> {
    const { store, clock } = this.#parts;
    await store.write((tx) =>
      tx
        .insertInto('attachment')
        .values({ tenant_id: TENANT, sha256, bytes, stored_at: clock.now() })
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
    );
  }

  async #disown(sha256: string): Promise<void> {
    await this.#parts.store.write((tx) =>
      tx.deleteFrom('attachment').where('tenant_id', '=', TENANT).where('sha256', '=', sha256).execute(),
    );
  }

  async #isSound(sha256: string): Promise<boolean> {
    const contents = await this.#parts.contents.read(sha256);
    return contents !== null && (await hashOf(contents)) === sha256;
  }
}

const unknown = (): Refusal =>
  new Refusal('attachment_unknown', 'Send the response first that names it, with this hash and this size.');
