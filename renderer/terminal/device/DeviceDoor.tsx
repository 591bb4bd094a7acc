import { useState } from 'react';
import type { DeviceStorage } from '../../data/deviceStorage.ts';
import type { EnrolledDevice } from '../../data/readEnrolment.ts';
import { deviceWords } from '../../i18n/device/index.ts';
import { interfaceLanguage } from '../../i18n/languages.ts';
import { DevicePage } from './DevicePage.tsx';
import { PinPad } from './PinPad.tsx';

interface DeviceDoorProps {
  readonly device: EnrolledDevice;
  readonly storage: DeviceStorage;
  readonly onClose: () => void;
}

/** First the PIN, then the device page, in the language that the screen has at that moment. */
export function DeviceDoor({ device, storage, onClose }: DeviceDoorProps) {
  const [open, setOpen] = useState(false);
  const [language] = useState(() => interfaceLanguage(document.documentElement.lang, ...navigator.languages));
  const say = deviceWords(language);
  return open ? (
    <DevicePage device={device} storage={storage} language={language} say={say} onClose={onClose} />
  ) : (
    <PinPad
      pin={device.enrolment.devicePin}
      clock={storage.clock}
      say={say}
      onRight={() => setOpen(true)}
      onClose={onClose}
    />
  );
}
