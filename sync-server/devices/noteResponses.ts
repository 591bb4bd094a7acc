import { sql } from 'kysely';
import { TENANT, executeLater, type Tx } from '../store/index.ts';

/** Contact is noted no finer than this, so that a batch of nothing but duplicates writes nothing. */
const CONTACT_GRAIN = 10_000;

/** A batch came: the device is there, and people answered at these moments. */
export async function noteResponses(
  tx: Tx,
  deviceId: string,
  receivedAt: number,
  moments: readonly number[],
): Promise<void> {
  const latest = moments.reduce((later, moment) => Math.max(later, moment), 0);
  const noted = tx
    .updateTable('device')
    .set({
      last_contact_at: receivedAt,
      ...(latest === 0
        ? {}
        : {
            last_response_at: sql<number>`case when last_response_at > ${latest} then last_response_at else ${latest} end`,
          }),
    })
    .where('tenant_id', '=', TENANT)
    .where('device_id', '=', deviceId)
    .where((where) =>
      where.or([
        where('last_contact_at', 'is', null),
        where('last_contact_at', '<=', receivedAt - CONTACT_GRAIN),
        where(sql<number>`coalesce(last_response_at, 0)`, '<', latest),
      ]),
    );
  await executeLater(tx, noted);
}
