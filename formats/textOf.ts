import { err, ok, type Result } from '../core/kernel/index.ts';

const WRONG_LETTERS =
  'The letters of this file are not in UTF-8, so some of them would come out wrong. Save it again as UTF-8 (in Excel: "CSV UTF-8").';

/**
 * The text of a file. Two bytes at its beginning may say that it is what Excel calls Unicode text; else `encoding` says what it is,
 * or it is UTF-8. Bytes that are no letters of it are an error, never question marks.
 */
export function textOf(content: Uint8Array, encoding = 'utf-8'): Result<string, string> {
  const [first, second] = content;
  const marked =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  try {
    return ok(new TextDecoder(marked ?? encoding, { fatal: true }).decode(content));
  } catch {
    return err(WRONG_LETTERS);
  }
}

const DECLARED = /^(?:\uFEFF|ï»¿)?\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/;

/** The text of an XML file, which says by itself how it is written. */
export function xmlTextOf(content: Uint8Array): Result<string, string> {
  // What declares itself is readable as single bytes so far.
  const head = new TextDecoder('latin1').decode(content.subarray(0, 200));
  return textOf(content, DECLARED.exec(head)?.[1]);
}
