import type { ImportTrouble } from '../../core/protocol/index.ts';
import { ByteReader } from './byteReader.ts';
import { iterate } from './iterate.ts';
import { decrypterWith } from './keys.ts';

/** Why reading ended where it did. */
export interface Stop {
  readonly trouble: ImportTrouble;
  readonly detail: string;
}

/** Unpacks gzip as it comes. A stream that ends early is given as far as it goes; one that is no gzip throws. */
export type Gunzip = (packed: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

export interface Container {
  /** The tar's bytes. Ends without a word where the file does, and where it is damaged. */
  readonly tar: AsyncIterable<Uint8Array>;
  /** Why the bytes ended, where the end is not the file's own. */
  readonly stopped: () => Stop | null;
  /** So many bytes more may come however well they were packed: their device signed for them. */
  readonly expect: (bytes: number) => void;
}

const MAGIC = 'age-encryption.org/v1\n';
/** Header of age: a stanza for each of a few keys. */
const MOST_HEADER = 64 * 1024;
/** Gzip of our text is far below; more is meant to do harm. */
const MOST_INFLATION = 200;
const FREE_INFLATION = 16 * 1024 * 1024;

/** Opens age and gzip. What the keys of the file are called is told also where none of ours opens it. */
export async function openContainer(
  source: AsyncIterable<Uint8Array>,
  identities: readonly string[],
  gunzip: Gunzip,
): Promise<Container | (Stop & { readonly keyIds: readonly string[] })> {
  const reader = new ByteReader(source);
  const head = await readHead(reader);
  const text = String.fromCharCode(...head.subarray(0, MAGIC.length));
  if (text !== MAGIC) return head.length < MAGIC.length && MAGIC.startsWith(text) ? CUT : NOT_AGE;
  if (!hasWholeHeader(head)) return head.length < MOST_HEADER ? CUT : NOT_AGE;
  const { decrypter, keyIds } = decrypterWith(identities);
  let stop: Stop | null = null;
  const progress = { atEnd: false, packed: 0, expected: 0 };
  let plain: ReadableStream<Uint8Array>;
  try {
    plain = await decrypter.decrypt(refill(head, reader, progress));
  } catch (error) {
    const why = error instanceof Error ? error.message : 'no reason given';
    if (/no identity matched/.test(why))
      return { trouble: 'undecryptable', detail: 'None of the keys on this server opens the file.', keyIds };
    if (progress.atEnd) return CUT;
    return { ...NOT_AGE, detail: `The file is damaged at its beginning (${why}).`, keyIds };
  }
  const opened = quietly(iterate(plain), () => {
    stop ??= progress.atEnd
      ? { trouble: 'cut', detail: 'The file ends too early, or its end is damaged.' }
      : { trouble: 'damaged', detail: 'The file was changed or damaged on its way.' };
  });
  const counted = count(opened, (bytes) => (progress.packed += bytes));
  const tar = quietly(
    limit(gunzip(counted), () => FREE_INFLATION + progress.expected + MOST_INFLATION * progress.packed),
    (error) => {
      stop ??=
        error instanceof Inflated
          ? {
              trouble: 'tooLarge',
              detail: 'The file swells far beyond what responses do. It was not read further.',
            }
          : { trouble: 'damaged', detail: 'What is inside the file is not packed as it should be.' };
    },
  );
  return { tar, stopped: () => stop, expect: (bytes) => void (progress.expected += bytes) };
}

const CUT = {
  trouble: 'cut',
  detail: 'The file ends before anything of it can be read.',
  keyIds: [],
} as const;
const NOT_AGE = {
  trouble: 'notAge',
  detail: 'This is no sync file: it is not encrypted with age.',
  keyIds: [],
} as const;

class Inflated extends Error {}

/** As much as a header can be at most. */
async function readHead(reader: ByteReader): Promise<Uint8Array> {
  const head = new Uint8Array(MOST_HEADER);
  let length = 0;
  while (length < MOST_HEADER) {
    const some = await reader.some(MOST_HEADER - length);
    if (some === null) break;
    head.set(some, length);
    length += some.length;
  }
  return head.subarray(0, length);
}

/** The header's last line begins with three dashes and a blank. */
function hasWholeHeader(head: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(head);
  const last = text.indexOf('\n--- ');
  return last !== -1 && text.indexOf('\n', last + 1) !== -1;
}

/**
 * The whole file again, as a stream. The empty chunk at the end is passed on only when everything before it was taken: without it a
 * stream that then breaks would lose what it had ready.
 */
function refill(
  head: Uint8Array,
  reader: ByteReader,
  progress: { atEnd: boolean },
): ReadableStream<Uint8Array> {
  let given = false;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        if (!given) {
          given = true;
          controller.enqueue(head);
          return;
        }
        const some = progress.atEnd ? null : await reader.some(PORTION);
        if (some !== null) controller.enqueue(some);
        else if (progress.atEnd) controller.close();
        else {
          progress.atEnd = true;
          controller.enqueue(new Uint8Array());
        }
      },
      cancel: () => reader.close(),
    },
    { highWaterMark: 0 },
  );
}

const PORTION = 32 * 1024;

/** Ends instead of throwing. */
async function* quietly(
  source: AsyncIterable<Uint8Array>,
  note: (error: unknown) => void,
): AsyncGenerator<Uint8Array> {
  try {
    yield* source;
  } catch (error) {
    note(error);
  }
}

async function* count(
  source: AsyncIterable<Uint8Array>,
  add: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    add(chunk.length);
    yield chunk;
  }
}

async function* limit(source: AsyncIterable<Uint8Array>, most: () => number): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const chunk of source) {
    total += chunk.length;
    if (total > most()) throw new Inflated();
    yield chunk;
  }
}
