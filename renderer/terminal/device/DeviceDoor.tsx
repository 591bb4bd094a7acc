import { useState } from 'react';
import type { DeviceStorage } from '../../data/deviceStorage.ts';
import type { EnrolledDevice } from '../../data/readEnrolment.ts';
import { deviceWords } from '../../i18n/device/index.ts';
import { interfaceLanguage } from '../../i18n/languages.ts';
import { preferences } from '../../platform/preferences.ts';
import { DevicePage } from './DevicePage.tsx';
import { PinLock } from './pinLock.ts';
import { PinPad } from './PinPad.tsx';

/** Of this page: closing and opening the pad gives no fresh tries. */
const locks = new WeakMap<DeviceStorage, PinLock>();

function lockOf(storage: DeviceStorage): PinLock {
  const lock = locks.get(storage) ?? new PinLock(pinMemory, storage.clock);
  locks.set(storage, lock);
  return lock;
}

const pinMemory = {
  read: () => preferences.read('pinTries'),
  write: (text: string) => preferences.write('pinTries', text),
};

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
      lock={lockOf(storage)}
      say={say}
      onRight={() => setOpen(true)}
      onClose={onClose}
    />
  );
}
