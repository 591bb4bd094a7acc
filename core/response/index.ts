export type { Channel, Ending, ParadataEvent, Response } from './response.ts';
export type { Attachment } from './attachments.ts';
export { ATTACHMENT_LIMITS, readManifest } from './attachments.ts';
export { FLAGS, gravestFlag } from './flags.ts';
export type { Flag } from './flags.ts';
export { parseResponse } from './parseResponse.ts';
export { CHAIN_START, chainHash, chainText, hashText, sealResponse } from './sealResponse.ts';
export type { SealedResponse } from './sealResponse.ts';
export type { JournalEntry, JournalEpoch, JournalSummary, SeqRange } from './journalEntry.ts';
