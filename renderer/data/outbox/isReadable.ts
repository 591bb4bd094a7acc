import type { ResponseRow } from '../deviceDatabase.ts';

/** Whether a row has what has to be sent; a damaged one is kept, and in nobody's way. */
export const isReadable = (row: ResponseRow | undefined): row is ResponseRow =>
  row !== undefined &&
  [row.responseId, row.payload, row.contentHash, row.chain].every((text) => typeof text === 'string') &&
  Number.isInteger(row.rev);
