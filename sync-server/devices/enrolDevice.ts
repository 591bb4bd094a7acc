import {
  canonicalJson,
  err,
  makeUuidV7,
  ok,
  type Clock,
  type RandomSource,
  type Result,
} from '../../core/kernel/index.ts';
import type { EnrolRequest } from '../../core/protocol/index.ts';
import { hashSecret } from '../secrets/index.ts';
import { TENANT, type Tx } from '../store/index.ts';
import { drawPin } from './drawPin.ts';

export interface EnrolledDevice {
  readonly deviceId: string;
  readonly name: string;
  readonly pin: string;
  readonly touchpointId: string;
}

/**
 * Exchanges a code for a device (E2). The same code with the same key gives the same device again, also after the code's time (E3);
 * an unknown, used and expired code look alike from outside (E4).
 */
export async function enrolDevice(
  tx: Tx,
  request: EnrolRequest,
  clock: Clock,
  random: RandomSource,
): Promise<Result<EnrolledDevice, 'enrolment_code_invalid'>> {
  const { kty, crv, x, y } = request.publicKey;
  const publicKey = canonicalJson({ kty, crv, x, y });
  const enrolment = await tx
    .selectFrom('enrolment')
    .selectAll()
    .where('tenant_id', '=', TENANT)
    .where('code_hash', '=', hashSecret(request.code))
    .executeTakeFirst();
  if (enrolment === undefined) return err('enrolment_code_invalid');
  if (enrolment.device_id !== null) {
    return enrolment.public_key === publicKey
      ? ok(await findEnrolled(tx, enrolment.device_id))
      : err('enrolment_code_invalid');
  }
  if (enrolment.expires_at < clock.now()) return err('enrolment_code_invalid');
  const device = await addDevice(tx, enrolment.touchpoint_id, publicKey, request.installId, clock, random);
  await tx
    .updateTable('enrolment')
    .set({ device_id: device.deviceId, public_key: publicKey })
    .where('tenant_id', '=', TENANT)
    .where('code_hash', '=', enrolment.code_hash)
    .execute();
  return ok(device);
}

async function findEnrolled(tx: Tx, deviceId: string): Promise<EnrolledDevice> {
  return tx
    .selectFrom('device')
    .where('tenant_id', '=', TENANT)
    .where('device_id', '=', deviceId)
    .select(['device_id as deviceId', 'name', 'pin', 'touchpoint_id as touchpointId'])
    .executeTakeFirstOrThrow();
}

async function addDevice(
  tx: Tx,
  touchpointId: string,
  publicKey: string,
  installId: string,
  clock: Clock,
  random: RandomSource,
): Promise<EnrolledDevice> {
  const { others } = await tx
    .selectFrom('device')
    .where('tenant_id', '=', TENANT)
    .where('touchpoint_id', '=', touchpointId)
    .select(({ fn }) => fn.countAll<number>().as('others'))
    .executeTakeFirstOrThrow();
  const now = clock.now();
  const device = {
    deviceId: makeUuidV7(now, random),
    name: `Terminal ${String(others + 1)}`,
    pin: drawPin(random),
    touchpointId,
  };
  await tx
    .insertInto('device')
    .values({
      tenant_id: TENANT,
      device_id: device.deviceId,
      touchpoint_id: touchpointId,
      name: device.name,
      public_key: publicKey,
      install_id: installId,
      pin: device.pin,
      enrolled_at: now,
      last_contact_at: null,
      last_response_at: null,
      clock_offset: 0,
      store_epoch: null,
      health: null,
    })
    .execute();
  return device;
}
