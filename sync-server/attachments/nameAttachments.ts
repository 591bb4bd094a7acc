import { readManifest, type Attachment } from '../../core/response/index.ts';
import { nestsTooDeep } from '../http/index.ts';
import { TENANT, insertRows, isStorable, type Tx } from '../store/index.ts';

interface Named {
  readonly responseId: string;
  readonly rev: number;
  readonly contentHash: string;
  /** The response as it arrived, understood or not. */
  readonly text: string;
}

/** Cheap, and said of nearly every response: nothing more has to be looked at. */
export const MARK = '"attachments":';

/**
 * Notes which files responses say to have, so that their devices may send them. In the transaction that takes the responses in, and of
 * all that are kept: one in quarantine or in conflict is to be whole, too. None of them may have been noted before.
 */
export async function nameAttachments(tx: Tx, responses: readonly Named[]): Promise<void> {
  const rows = responses.filter(({ text }) => text.includes(MARK)).flatMap(rowsOf);
  if (rows.length > 0) await insertRows(tx, 'response_attachment', rows);
}

/**
 * Notes what the sealed files of responses are, by what was sealed in these (K11): of those alone that came with the response. None of
 * them may have been noted before.
 */
export async function nameOpened(
  tx: Tx,
  responses: readonly (Named & { /** What was sealed. */ readonly opened: string })[],
): Promise<void> {
  const rows = responses.filter(({ opened }) => opened.includes(MARK)).flatMap(openedRowsOf);
  if (rows.length > 0) await insertRows(tx, 'opened_attachment', rows);
}

function openedRowsOf(response: Named & { readonly opened: string }) {
  const came = new Set(attachmentsIn(response.text).map(({ sha256 }) => sha256));
  return manifestOf(response.opened).flatMap((one) =>
    one.sealedAs !== undefined && came.has(one.sealedAs.sha256)
      ? [{ ...rowOf(response, one), sealed_sha256: one.sealedAs.sha256 }]
      : [],
  );
}

/** What a response says to have, as far as it can be read. */
export const attachmentsIn = (text: string): readonly Attachment[] =>
  text.includes(MARK) ? manifestOf(text) : [];

const rowsOf = (response: Named) => manifestOf(response.text).map((one) => rowOf(response, one));

const rowOf = (
  { responseId, rev, contentHash }: Omit<Named, 'text'>,
  { name, mediaType, bytes, sha256 }: Attachment,
) => ({
  tenant_id: TENANT,
  response_id: responseId,
  rev,
  content_hash: contentHash,
  name,
  media_type: mediaType,
  bytes,
  sha256,
});

function manifestOf(text: string): readonly Attachment[] {
  if (nestsTooDeep(text)) return [];
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('attachments' in value)) return [];
    return (readManifest(value.attachments) ?? []).filter(({ name }) => isStorable(name));
  } catch {
    return [];
  }
}
