import type { HelloRequest } from '../../core/protocol/index.ts';
import { TENANT, type Tx } from '../store/index.ts';
import { heldCount, openChain, type ChainState } from './chain.ts';
import type { Device } from './findDevice.ts';

/** No calendar needs more than this, and sums of such numbers stay exact. */
const MOST_OFFSET = 2 ** 52;

/** Keeps what the device said of itself and the offset of its clock (H3, H5); tells what is known of its store epoch (H2, H8). */
export async function recordHello(
  tx: Tx,
  device: Device,
  hello: HelloRequest,
  now: number,
): Promise<ChainState & { readonly held: number }> {
  const offset = Math.round(now - hello.deviceNow);
  const { lastSeq, questionnaireVersion } = hello;
  await tx
    .updateTable('device')
    .set({
      last_contact_at: now,
      clock_offset: Math.max(-MOST_OFFSET, Math.min(MOST_OFFSET, offset)),
      store_epoch: hello.storeEpoch,
      health: JSON.stringify({ ...hello.health, lastSeq, questionnaireVersion }),
    })
    .where('tenant_id', '=', TENANT)
    .where('device_id', '=', device.deviceId)
    .execute();
  const chain = await openChain(tx, device.deviceId, hello.storeEpoch, now, { byHello: hello.firstSeq });
  return { ...chain, held: await heldCount(tx, device.deviceId, hello.storeEpoch) };
}
