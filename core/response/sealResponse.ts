import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonicalJson, type Json } from '../kernel/index.ts';
import type { Response } from './response.ts';

/** A response as it is stored, sent and compared: its exact bytes and their hash. */
export interface SealedResponse {
  readonly responseId: string;
  readonly rev: number;
  /** Canonical JSON (RFC 8785) of the response; these characters, as UTF-8, are what `contentHash` is taken over. */
  readonly payload: string;
  readonly contentHash: string;
}

/** SHA-256 of a text's UTF-8 bytes, 64 lower-case hex digits. */
export const hashText = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

export function sealResponse(response: Response): SealedResponse {
  const payload = canonicalJson(response as unknown as Json);
  return { responseId: response.responseId, rev: response.rev, payload, contentHash: hashText(payload) };
}

/** The hash that opens a device chain, where no response stands before the first. */
export const CHAIN_START = '0'.repeat(64);

/**
 * The link after `previous`: SHA-256 over "previous:seq:contentHash". A device's links prove that its sequence has no hole and no
 * second branch (design: the device chain).
 */
export const chainHash = (previous: string, seq: number, contentHash: string): string =>
  hashText(chainText(previous, seq, contentHash));

/** What a link is the hash of, for those who have a faster SHA-256 at hand. */
export const chainText = (previous: string, seq: number, contentHash: string): string =>
  `${previous}:${String(seq)}:${contentHash}`;
