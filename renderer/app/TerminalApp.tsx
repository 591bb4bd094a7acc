import { useLiveQuery } from 'dexie-react-hooks';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import type { DeviceStorage } from '../data/deviceStorage.ts';
import { readEnrolment } from '../data/readEnrolment.ts';
import { APP_VERSION } from '../platform/appVersion.ts';
import type { KioskPorts, OpenKiosk } from '../terminal/kiosk/openKiosk.ts';
import { Terminal } from '../terminal/Terminal.tsx';

const Enrolment = lazy(async () => ({
  default: (await import('../terminal/enrolment/Enrolment.tsx')).Enrolment,
}));

interface TerminalAppProps {
  readonly storage: DeviceStorage;
  readonly ports: KioskPorts;
  readonly onOpen: (kiosk: OpenKiosk) => void;
}

const ENROLS = /^#enrol=./;

/** A terminal once the device is enrolled; until then the way to become one. */
export function TerminalApp({ storage, ports, onOpen }: TerminalAppProps) {
  const device = useLiveQuery(() => readEnrolment(storage), [storage]);
  const [code] = useState(() => (ENROLS.test(location.hash) ? location.hash : undefined));
  const enrolled = device !== undefined && device !== null;
  // A used code has no business in the address: not in a bookmark, not in a photo of the screen.
  useEffect(() => {
    if (enrolled && ENROLS.test(location.hash))
      history.replaceState(null, '', location.pathname + location.search);
  }, [enrolled]);
  const enrol = useCallback(
    async (text: string) => {
      const { enrolDevice } = await import('../sync/enrolDevice.ts');
      return enrolDevice({ storage, appVersion: APP_VERSION }, text);
    },
    [storage],
  );
  if (device === undefined) return null;
  if (device !== null) return <Terminal device={device} storage={storage} ports={ports} onOpen={onOpen} />;
  return (
    <Suspense>
      <Enrolment code={code} enrol={enrol} />
    </Suspense>
  );
}
