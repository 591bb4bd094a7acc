import { lazy, Suspense, useEffect, useState } from 'react';
import type { DeviceStorage } from '../data/deviceStorage.ts';
import type { EnrolledDevice } from '../data/readEnrolment.ts';
import { interfaceLanguage } from '../i18n/languages.ts';
import { terminalWords } from '../i18n/terminal/index.ts';
import { showPresses } from '../ui/showPresses.ts';
import { useHiddenDoor } from './device/useHiddenDoor.ts';
import { KioskScreens } from './KioskScreens.tsx';
import type { KioskPorts, OpenKiosk } from './kiosk/openKiosk.ts';
import { OutOfService } from './OutOfService.tsx';
import './terminal.css';
import { useSurveyInUse } from './useSurveyInUse.ts';

const DeviceDoor = lazy(async () => ({ default: (await import('./device/DeviceDoor.tsx')).DeviceDoor }));

interface TerminalProps {
  readonly device: EnrolledDevice;
  readonly storage: DeviceStorage;
  readonly ports: KioskPorts;
  /** The kiosk that people are at, each time that it is another one. */
  readonly onOpen: (kiosk: OpenKiosk) => void;
}

/** An enrolled terminal: the survey for whoever comes, and behind a hidden door the page for whoever looks after it. */
export function Terminal({ device, storage, ports, onOpen }: TerminalProps) {
  const inUse = useSurveyInUse(device, ports);
  const [door, setDoor] = useState(false);
  useHiddenDoor(() => setDoor(true));
  useEffect(() => showPresses(document.documentElement), []);
  useEffect(() => {
    if (inUse.ok) onOpen(inUse.value.kiosk);
  }, [inUse, onOpen]);
  return (
    <>
      {inUse.ok ? (
        <KioskScreens {...inUse.value} hidden={door} />
      ) : (
        <OutOfService say={terminalWords(interfaceLanguage(...navigator.languages))} detail={inUse.error} />
      )}
      {door && (
        <Suspense>
          <DeviceDoor device={device} storage={storage} onClose={() => setDoor(false)} />
        </Suspense>
      )}
    </>
  );
}
