import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import type { DeviceStorage } from '../data/deviceStorage.ts';
import type { EnrolledDevice } from '../data/readEnrolment.ts';
import { FileKeeper } from '../questions/captures/fileKeeper.ts';
import { showPresses } from '../ui/showPresses.ts';
import { useHiddenDoor } from './device/useHiddenDoor.ts';
import { KioskScreens } from './KioskScreens.tsx';
import type { OpenKiosk } from './kiosk/openKiosk.ts';
import './terminal.css';
import { useKiosk, type TerminalPorts } from './useKiosk.ts';

const DeviceDoor = lazy(async () => ({ default: (await import('./device/DeviceDoor.tsx')).DeviceDoor }));

interface TerminalProps {
  readonly device: EnrolledDevice;
  readonly storage: DeviceStorage;
  readonly ports: TerminalPorts;
  /** The kiosk that people are at, each time that it is another one. */
  readonly onOpen: (kiosk: OpenKiosk) => void;
  /** The hidden door, and with it the device page, is open now, or not any more. */
  readonly onDoor: (open: boolean) => void;
}

/** An enrolled terminal: the survey for whoever comes, and behind a hidden door the page for whoever looks after it. */
export function Terminal({ device: latest, storage, ports, onOpen, onDoor }: TerminalProps) {
  const { device, kiosk } = useKiosk(latest, ports);
  const keep = useMemo(() => ports.keepFile(device.survey.sealedTo), [ports, device]);
  const [door, setDoor] = useState(false);
  useHiddenDoor(() => setDoor(true));
  useEffect(() => showPresses(document.documentElement), []);
  useEffect(() => onOpen(kiosk), [kiosk, onOpen]);
  useEffect(() => onDoor(door), [door, onDoor]);
  return (
    <>
      <FileKeeper value={keep}>
        <KioskScreens device={device} kiosk={kiosk} hidden={door} />
      </FileKeeper>
      {door && (
        <Suspense>
          <DeviceDoor device={device} storage={storage} onClose={() => setDoor(false)} />
        </Suspense>
      )}
    </>
  );
}
