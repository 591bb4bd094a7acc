import type { ResponseRow, SegmentRow, SetAsideRow } from '../deviceDatabase.ts';
import { isReadable } from '../outbox/isReadable.ts';
import { unpackSegment } from '../outbox/segment.ts';
import { isWithin, type Numbers } from '../outbox/waiting.ts';

/** What was kept for a server that the device belongs to no more: one response, or a segment of them, as they stood. */
export interface FormerRow {
  readonly serverId: string;
  /** Left out where the name was lost with the database. */
  readonly deviceId: string | undefined;
  readonly storeEpoch: string | undefined;
  /** Of a response, whether it was unsent; of a segment, which of its numbers were. */
  readonly unsent: boolean | readonly Numbers[];
  readonly response?: ResponseRow;
  readonly segment?: SegmentRow;
}

/** `null`: it is not of a former enrolment. Only `setFormerAside` writes these, so their shape is trusted. */
export const formerOf = ({ from, row }: SetAsideRow): FormerRow | null =>
  from === 'formerEnrolment' ? (row as FormerRow) : null;

export const wasUnsent = ({ unsent }: FormerRow, seq: number): boolean =>
  typeof unsent === 'boolean' ? unsent : isWithin(unsent, seq);

export const numbersOf = ({ response, segment }: FormerRow): readonly number[] =>
  segment === undefined
    ? response === undefined
      ? []
      : [response.seq]
    : segment.recordedAt.map((_, index) => segment.from + index);

/** The responses that it holds; `null`: they can't be read. Not for transactions, as unpacking outlasts them. */
export async function responsesOf({ response, segment }: FormerRow): Promise<readonly ResponseRow[] | null> {
  if (segment !== undefined) return unpackSegment(segment);
  return isReadable(response) ? [response] : null;
}
