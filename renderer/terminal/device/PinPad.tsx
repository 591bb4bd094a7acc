import { useEffect, useRef, useState } from 'react';
import type { Clock } from '../../../core/kernel/index.ts';
import type { DeviceSay } from '../../i18n/device/index.ts';
import { Sheet } from './Sheet.tsx';
import { PinKeys } from './PinKeys.tsx';
import styles from './PinPad.module.css';
import { afterWrongPin, NO_TRIES, type PinTries } from './pinTries.ts';

interface PinPadProps {
  readonly pin: string;
  readonly clock: Clock;
  readonly say: DeviceSay;
  readonly onRight: () => void;
  readonly onClose: () => void;
}

/** Outlives the pad: closing and opening it gives no fresh tries. */
let tries: PinTries = NO_TRIES;

export function PinPad({ pin, clock, say, onRight, onClose }: PinPadProps) {
  const [entered, setEntered] = useState('');
  const [wrong, setWrong] = useState(false);
  const seconds = useBlockedSeconds(clock, wrong);

  const enter = (digits: string): void => {
    if (clock.monotonic() < tries.blockedUntil) return;
    if (digits.length < pin.length) {
      setEntered(digits);
      setWrong(false);
      return;
    }
    setEntered('');
    if (digits === pin) {
      tries = NO_TRIES;
      onRight();
      return;
    }
    tries = afterWrongPin(tries, clock.monotonic());
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

function useBlockedSeconds(clock: Clock, wrong: boolean): number {
  const left = (): number => Math.max(0, Math.ceil((tries.blockedUntil - clock.monotonic()) / 1000));
  const [seconds, setSeconds] = useState(left);
  const read = useRef(left);
  useEffect(() => {
    read.current = left;
  });
  useEffect(() => {
    const timer = setInterval(() => setSeconds(read.current()), 250);
    setSeconds(read.current());
    return () => clearInterval(timer);
  }, [wrong]);
  return seconds;
}
