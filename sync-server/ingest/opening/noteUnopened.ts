import { TENANT, insertRows, type Tx } from '../../store/index.ts';

/** An envelope in its place, under the id it came with. */
interface Waiting {
  readonly arrived: {
    readonly responseId: string;
    readonly rev: number;
    readonly contentHash: string;
    readonly receivedAt: number;
  };
  readonly envelope: { readonly surveyId: string };
}

/** Notes what waits to be opened (K6). None of it may have been noted before. */
export async function noteUnopened(tx: Tx, waiting: readonly Waiting[]): Promise<void> {
  if (waiting.length === 0) return;
  await insertRows(
    tx,
    'unopened',
    waiting.map(({ arrived: { responseId, rev, contentHash, receivedAt }, envelope }) => ({
      tenant_id: TENANT,
      response_id: responseId,
      rev,
      content_hash: contentHash,
      survey_id: envelope.surveyId,
      received_at: receivedAt,
    })),
  );
}
