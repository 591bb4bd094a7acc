import { useEffect, useState } from 'react';
import type { DeviceSay } from '../../i18n/device/index.ts';
import { Sheet } from './Sheet.tsx';
import { PinKeys } from './PinKeys.tsx';
import styles from './PinPad.module.css';
import type { PinLock } from './pinLock.ts';

interface PinPadProps {
  readonly pin: string;
  readonly lock: PinLock;
  readonly say: DeviceSay;
  readonly onRight: () => void;
  readonly onClose: () => void;
}

export function PinPad({ pin, lock, say, onRight, onClose }: PinPadProps) {
  const [entered, setEntered] = useState('');
  const [wrong, setWrong] = useState(false);
  const seconds = useBlockedSeconds(lock, wrong);

  const enter = (digits: string): void => {
    if (lock.secondsLeft() > 0) return;
    if (digits.length < pin.length) {
      setEntered(digits);
      setWrong(false);
      return;
    }
    setEntered('');
    if (digits === pin) {
      lock.right();
      onRight();
      return;
    }
    lock.wrong();
    setWrong(true);
  };

  return (
    <Sheet
      title={say('pin.title')}
      closeLabel={say('close')}
      onClose={onClose}
      onKey={(key) => {
        if (/^\d$/.test(key)) enter(entered + key);
        if (key === 'Backspace') setEntered(entered.slice(0, -1));
      }}
    >
      <p
        className={styles.dots}
        role="img"
        aria-label={say('pin.entered', { entered: entered.length, of: pin.length })}
      >
        {Array.from({ length: pin.length }, (_, index) => (
          <span key={index} className={styles.dot} data-filled={index < entered.length} />
        ))}
      </p>
      <p className={styles.note} role="status">
        {seconds > 0 ? say('pin.wait', { count: seconds }) : wrong ? say('pin.wrong') : say('pin.lead')}
      </p>
      <PinKeys
        blocked={seconds > 0}
        deleteLabel={say('pin.delete')}
        onDigit={(digit) => enter(entered + digit)}
        onDelete={() => setEntered(entered.slice(0, -1))}
      />
    </Sheet>
  );
}

function useBlockedSeconds(lock: PinLock, wrong: boolean): number {
  const [seconds, setSeconds] = useState(() => lock.secondsLeft());
  useEffect(() => {
    const read = (): void => setSeconds(lock.secondsLeft());
    const timer = setInterval(read, 250);
    read();
    return () => clearInterval(timer);
  }, [lock, wrong]);
  return seconds;
}
