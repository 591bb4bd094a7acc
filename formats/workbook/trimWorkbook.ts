import { CFB } from '@e965/xlsx';
import { SheetTrimmer } from './trimSheet.ts';
import type { ZipPart } from './zipParts.ts';
import { unpack, zipParts } from './zipParts.ts';

/** What a part that is no sheet may come to when unpacked: texts, styles, the list of sheets. */
const LARGEST_PART = 24_000_000;

/** Pictures, drawings, notes and programs: nothing that forms are made of. */
const NEEDLESS =
  /\/(?:media|drawings|charts|diagrams|embeddings|comments\w*|ctrlProps|printerSettings|customXml|externalLinks|pivot\w+|queryTables|threadedComments|persons)(?:\/|\d*\.xml)|vbaProject|calcChain|worksheets\/_rels|\.(?:bin|png|jpe?g|gif|emf|wmf|vml)$/i;

/** The little of the archive writer that is used; its own types do not say. */
const archives = CFB as {
  readonly utils: {
    readonly cfb_new: (options: { readonly root: string }) => object;
    readonly cfb_add: (archive: object, name: string, content: Uint8Array) => void;
  };
  readonly write: (
    archive: object,
    options: { readonly fileType: 'zip'; readonly type: 'buffer' | 'array'; readonly compression: false },
  ) => Uint8Array;
};

async function trimmedSheet(part: ZipPart): Promise<Uint8Array> {
  const trimmer = new SheetTrimmer();
  const decoder = new TextDecoder();
  let cut = false;
  for await (const piece of unpack(part)) {
    cut = trimmer.take(decoder.decode(piece, { stream: true }));
    if (cut) break;
  }
  return new TextEncoder().encode(trimmer.result(cut));
}

async function wholePart(part: ZipPart): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of unpack(part)) {
    pieces.push(piece);
    length += piece.byteLength;
    if (length > LARGEST_PART) throw new Error(`"${part.name}" in it is too large when unpacked`);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}

/**
 * A packed workbook with only what forms are made of, so that reading it takes bounded memory whatever the file holds.
 * Throws, with a message for the author, on what is no workbook or too large.
 */
export async function trimWorkbook(content: Uint8Array): Promise<Uint8Array> {
  const parts = zipParts(content);
  if (parts === undefined) throw new Error('it is damaged');
  const archive = archives.utils.cfb_new({ root: 'R' });
  for (const part of parts) {
    if (NEEDLESS.test(part.name) || part.name.endsWith('/')) continue;
    const isSheet = /worksheets\/[^/]+\.xml$/i.test(part.name);
    archives.utils.cfb_add(archive, `/${part.name}`, await (isSheet ? trimmedSheet(part) : wholePart(part)));
  }
  return archives.write(archive, { fileType: 'zip', type: 'buffer', compression: false });
}
