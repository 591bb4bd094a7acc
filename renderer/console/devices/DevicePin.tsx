import { useState } from 'react';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './DevicePin.module.css';

/** The PIN of the hidden device page: covered until it is asked for, as an overview may hang on a wall. */
export function DevicePin({ pin, deviceName }: { readonly pin: string; readonly deviceName: string }) {
  const { say } = useConsole();
  const [shown, setShown] = useState(false);
  return (
    <button
      type="button"
      className={styles.pin}
      aria-expanded={shown}
      title={say('devices.pinHint')}
      onClick={() => setShown(!shown)}
    >
      {shown ? say('devices.pin', { pin }) : say('devices.showPin')}
      <span className={styles.whose}>{deviceName}</span>
    </button>
  );
}
