import { useLiveQuery } from 'dexie-react-hooks';
import { lazy } from 'react';
import type { DeviceStorage } from '../../data/deviceStorage.ts';
import { readDeviceStatus } from '../../data/readDeviceStatus.ts';

const LossNotice = lazy(async () => ({ default: (await import('./LossNotice.tsx')).LossNotice }));

/**
 * On a device that lost its storage, and with it who it was: what could be saved is here, and what to do. Most devices lost nothing,
 * so the words come only where they are needed.
 */
export function RescuedResponses({ storage }: { readonly storage: DeviceStorage }) {
  const status = useLiveQuery(() => readDeviceStatus(storage), [storage]);
  if (status === undefined || status.storeLoss === null) return null;
  const { waiting, parked, storeLoss, isRescued } = status;
  return <LossNotice kept={waiting + parked.length} loss={storeLoss} isRescued={isRescued} />;
}
