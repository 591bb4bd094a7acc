import { keyIdOf } from '../../core/protocol/index.ts';
import {
  envelop,
  textToSeal,
  type Response,
  type SealedResponse,
  type SealedText,
} from '../../core/response/index.ts';
import { encrypterFor } from '../syncFile/keys.ts';

/** Seals a response to all recipients at once; the key of any one opens it (K2). No two envelopes of a response are the same. */
export async function sealTo(recipients: readonly string[], response: Response): Promise<SealedResponse> {
  const file = await encrypterFor(recipients).encrypt(textToSeal(response));
  const sealed: SealedText = { format: 1, keys: recipients.map(keyIdOf), age: toBase64(file) };
  return envelop(response, sealed);
}

/** Contents as they come, and how many bytes they are. */
interface FileContents {
  readonly stream: ReadableStream<Uint8Array<ArrayBuffer>>;
  readonly bytes: number;
}

/** A signature and a photo of a blank wall are not to be told apart by a few bytes. */
const FILE_BLOCK = 4_096;

/** The age file for all recipients in which contents lie from now on (K10). 64 KiB are in memory at a time; whoever reads sets the pace. */
export async function sealFile(
  recipients: readonly string[],
  { stream, bytes }: FileContents,
): Promise<FileContents> {
  const zeros = (FILE_BLOCK - (bytes % FILE_BLOCK)) % FILE_BLOCK;
  const padding = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    flush: (controller) => controller.enqueue(new Uint8Array(zeros)),
  });
  const file = await encrypterFor(recipients).encrypt(stream.pipeThrough(padding));
  // The type leaves open that the bytes could be shared with other threads; these are fresh ones.
  return { stream: file as ReadableStream<Uint8Array<ArrayBuffer>>, bytes: file.size(bytes + zeros) };
}

/** So much at a time fits on the stack of every browser. */
const AT_ONCE = 8_192;

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += AT_ONCE)
    text += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  return btoa(text);
}
