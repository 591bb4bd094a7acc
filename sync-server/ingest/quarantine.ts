import { isMembers } from '../../core/kernel/index.ts';
import { TENANT, insertRows, storable, type Tx } from '../store/index.ts';
import { parsePayload } from './understand.ts';

/** A response that is kept but not understood, and why. */
export interface Quarantined {
  readonly responseId: string;
  readonly rev: number;
  readonly contentHash: string;
  readonly text: string;
  readonly deviceId: string;
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
      device_id: response.deviceId,
      survey_id: surveyNamedIn(response.text),
    })),
  );
}

const LONGEST_ID = 100;

/** Told in the list, so that what belongs together can be found; '' where the response does not say it. */
function surveyNamedIn(text: string): string {
  const value = parsePayload(text);
  const surveyId = isMembers(value) ? value['surveyId'] : '';
  return typeof surveyId === 'string' ? storable(surveyId.slice(0, LONGEST_ID)) : '';
}
