import { TENANT, insertRows, type Tx } from '../store/index.ts';

/** A response that is kept but not understood, and why. */
export interface Quarantined {
  readonly responseId: string;
  readonly rev: number;
  readonly contentHash: string;
  readonly deviceTouchpointId: string;
  readonly receivedAt: number;
  readonly reason: string;
}

export async function quarantine(tx: Tx, responses: readonly Quarantined[]): Promise<void> {
  await insertRows(
    tx,
    'quarantine',
    responses.map((response) => ({
      tenant_id: TENANT,
      response_id: response.responseId,
      rev: response.rev,
      content_hash: response.contentHash,
      device_touchpoint_id: response.deviceTouchpointId,
      reason: response.reason,
      received_at: response.receivedAt,
    })),
  );
}
