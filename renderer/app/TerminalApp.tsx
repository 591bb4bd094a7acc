import { useLiveQuery } from 'dexie-react-hooks';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import type { DeviceStorage } from '../data/deviceStorage.ts';
import { APP_VERSION } from '../platform/appVersion.ts';
import { readCode } from '../terminal/enrolment/readCode.ts';
import type { OpenKiosk } from '../terminal/kiosk/openKiosk.ts';
import { Terminal } from '../terminal/Terminal.tsx';
import type { TerminalPorts } from '../terminal/useKiosk.ts';
import { stayingEnrolled } from './stayingEnrolled.ts';
import { clearAddress, useEnrolmentLink } from './useEnrolmentLink.ts';

const Enrolment = lazy(async () => ({
  default: (await import('../terminal/enrolment/Enrolment.tsx')).Enrolment,
}));
const Reenrolment = lazy(async () => ({
  default: (await import('../terminal/enrolment/Reenrolment.tsx')).Reenrolment,
}));

const RescuedResponses = lazy(async () => ({
  default: (await import('../terminal/device/RescuedResponses.tsx')).RescuedResponses,
}));

interface TerminalAppProps {
  readonly storage: DeviceStorage;
  readonly ports: TerminalPorts;
  readonly onOpen: (kiosk: OpenKiosk) => void;
  readonly onDoor: (open: boolean) => void;
}

/** A terminal once the device is enrolled; until then the way to become one. Another link's code is asked about, in front of it. */
export function TerminalApp({ storage, ports, onOpen, onDoor }: TerminalAppProps) {
  const read = useMemo(() => stayingEnrolled(storage), [storage]);
  const device = useLiveQuery(read, [read]);
  const link = useEnrolmentLink();
  /** The last link that needs no question any more. */
  const [settled, setSettled] = useState(0);
  const enrolled = device !== undefined && device !== null;
  useEffect(() => {
    if (enrolled) clearAddress();
  }, [enrolled, link]);
  const enrol = useEnrol(storage, false);
  const enrolAnew = useEnrol(storage, true);
  const settle = useCallback(() => setSettled(link.nth), [link]);
  const enrolFirst = useCallback(
    (text: string) => {
      settle();
      return enrol(text);
    },
    [enrol, settle],
  );
  if (device === undefined) return null;
  if (device === null) {
    return (
      <Suspense>
        <Enrolment key={link.nth} code={link.text} enrol={enrolFirst} />
        <RescuedResponses storage={storage} />
      </Suspense>
    );
  }
  const code = link.nth > settled && link.text !== undefined ? readCode(link.text) : null;
  return (
    <>
      <Terminal device={device} storage={storage} ports={ports} onOpen={onOpen} onDoor={onDoor} />
      {code !== null && code !== device.enrolment.code && (
        <Suspense>
          <Reenrolment
            key={link.nth}
            device={device}
            storage={storage}
            code={code}
            enrol={enrolAnew}
            onStay={settle}
          />
        </Suspense>
      )}
    </>
  );
}

const useEnrol = (storage: DeviceStorage, setAside: boolean) =>
  useCallback(
    async (text: string) => {
      const { enrolDevice } = await import('../sync/enrolDevice.ts');
      return enrolDevice({ storage, appVersion: APP_VERSION, setAside }, text);
    },
    [storage, setAside],
  );
