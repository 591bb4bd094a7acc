import type { RandomSource } from '../../core/kernel/index.ts';
import { hashSecret, newSecret } from '../secrets/index.ts';
import { TENANT, type Tx } from '../store/index.ts';

const LIFE_MILLISECONDS = 24 * 60 * 60 * 1000;

export interface NewEnrolmentCode {
  readonly code: string;
  readonly expiresAt: number;
}

/** A code that binds one device to a touchpoint (E1). Only its hash is kept, so it can be shown this once. */
export async function createEnrolment(
  tx: Tx,
  touchpointId: string,
  now: number,
  random: RandomSource,
): Promise<NewEnrolmentCode> {
  const code = newSecret(random);
  const expiresAt = now + LIFE_MILLISECONDS;
  await tx
    .insertInto('enrolment')
    .values({
      tenant_id: TENANT,
      code_hash: hashSecret(code),
      touchpoint_id: touchpointId,
      created_at: now,
      expires_at: expiresAt,
      device_id: null,
      public_key: null,
    })
    .execute();
  return { code, expiresAt };
}

/** What a person opens or scans on the device. The code stands behind `#`, so that no server or proxy log sees it. */
export const enrolmentLink = (origin: string, code: string): string => `${origin}/terminal/#enrol=${code}`;
