import { useLiveQuery } from 'dexie-react-hooks';
import { Suspense, lazy, useEffect, useState } from 'react';
import type { DeviceStorage } from '../../data/deviceStorage.ts';
import { readDeviceStatus } from '../../data/readDeviceStatus.ts';
import type { EnrolledDevice } from '../../data/readEnrolment.ts';
import { requestSync } from '../../data/requestSync.ts';
import type { DeviceSay } from '../../i18n/device/index.ts';
import type { InterfaceLanguage } from '../../i18n/languages.ts';
import { readStorageState, type StorageState } from '../../platform/storageState.ts';
import { Button } from '../../ui/Button.tsx';
import { AsideView } from './AsideView.tsx';
import styles from './DevicePage.module.css';
import { momentIn } from './formats.ts';
import { CommissioningCard } from './CommissioningCard.tsx';
import { Identity } from './Identity.tsx';
import { LastSync } from './LastSync.tsx';
import { QueueView } from './QueueView.tsx';
import { Sheet } from './Sheet.tsx';
import { StorageCard } from './StorageCard.tsx';
import { StoreLossCard } from './StoreLossCard.tsx';
import { useLookForRoom } from './useLookForRoom.ts';
import { Waiting } from './Waiting.tsx';

// With all that it takes to lock a file: only whoever looks after the device loads it.
const SyncFileCard = lazy(async () => ({ default: (await import('./SyncFileCard.tsx')).SyncFileCard }));

interface DevicePageProps {
  readonly device: EnrolledDevice;
  readonly storage: DeviceStorage;
  readonly language: InterfaceLanguage;
  readonly say: DeviceSay;
  readonly onClose: () => void;
}

/** How the device is doing: what waits and why, what is kept where, what it is. */
export function DevicePage({ device, storage, language, say, onClose }: DevicePageProps) {
  const status = useLiveQuery(() => readDeviceStatus(storage), [storage, useLookForRoom(storage)]);
  const room = useStorageState();
  const moment = momentIn(language, status?.sync.clockOffset ?? null);
  const words = { language, say, moment };
  const [inspected, setInspected] = useState<'queue' | 'aside'>();
  const [asked, setAsked] = useState<'sync.asked' | 'sync.failed'>();
  const sync = async (): Promise<void> => {
    const requested = await requestSync(storage);
    setAsked(requested.ok ? 'sync.asked' : 'sync.failed');
  };
  if (inspected !== undefined) {
    const Inspected = inspected === 'queue' ? QueueView : AsideView;
    return (
      <Sheet title={device.enrolment.deviceName} closeLabel={say('close')} onClose={onClose} wide>
        <Inspected device={device} storage={storage} {...words} onBack={() => setInspected(undefined)} />
      </Sheet>
    );
  }
  return (
    <Sheet title={device.enrolment.deviceName} closeLabel={say('close')} onClose={onClose} wide>
      <div className={styles.cards}>
        {status !== undefined && (
          <>
            {status.storeLoss !== null && (
              <StoreLossCard
                loss={status.storeLoss}
                isFull={status.noRoom !== null}
                storage={storage}
                {...words}
              />
            )}
            <CommissioningCard device={device} status={status} {...words} />
            <Waiting
              status={status}
              storage={storage}
              {...words}
              onShow={() => setInspected('queue')}
              onShowAside={() => setInspected('aside')}
            />
            <LastSync status={status} {...words} />
            <StorageCard status={status} room={room} {...words} />
            <Suspense fallback={null}>
              <SyncFileCard storage={storage} deviceName={device.enrolment.deviceName} language={language} />
            </Suspense>
            <Identity device={device} status={status} {...words} />
          </>
        )}
      </div>
      <div className={styles.actions}>
        <p role="status" className={styles.asked}>
          {asked !== undefined && say(asked)}
        </p>
        <Button kind="primary" className={styles.sync} onClick={() => void sync()}>
          {say('sync.now')}
        </Button>
      </div>
    </Sheet>
  );
}

function useStorageState(): StorageState | undefined {
  const [state, setState] = useState<StorageState>();
  useEffect(() => {
    let shown = true;
    void readStorageState().then((read) => {
      if (shown) setState(read);
    });
    return () => {
      shown = false;
    };
  }, []);
  return state;
}
