import type { Readable } from 'node:stream';

/**
 * Where the contents of attachments lie, each under its SHA-256, each once. The one door to a folder or to storage elsewhere.
 * Hashes that come in have the form of one: the caller saw to that.
 * Where it can't be reached it rejects with trouble of the store or a refusal that says so.
 */
export interface AttachmentStore {
  /** How many bytes lie there; `null`: none do. */
  size(sha256: string): Promise<number | null>;
  /** Takes over a finished file of this machine, which is gone afterwards. Durable when it settles; what is there already stays. */
  take(sha256: string, path: string): Promise<void>;
  /** `null`: it is not there. */
  read(sha256: string): Promise<Readable | null>;
  /** Nothing where nothing lies there. */
  remove(sha256: string): Promise<void>;
  /** The hashes of all that lies there; nothing else that lies there is ours to judge. */
  list(): AsyncIterable<string>;
}
