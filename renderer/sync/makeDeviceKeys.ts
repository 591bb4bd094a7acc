import { makeUuidV7 } from '../../core/kernel/index.ts';
import type { DeviceKeys } from '../data/deviceDatabase.ts';
import type { StoragePorts } from '../data/deviceStorage.ts';

/** A fresh ECDSA P-256 pair whose private half nobody can read out, and a random name for this installation (never the hardware's). */
export async function makeDeviceKeys({ clock, random }: StoragePorts): Promise<DeviceKeys> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign']);
  const { x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  if (x === undefined || y === undefined) throw new Error('a P-256 public key has x and y');
  return {
    privateKey: pair.privateKey,
    publicKey: { kty: 'EC', crv: 'P-256', x, y },
    installId: makeUuidV7(clock.now(), random),
  };
}
