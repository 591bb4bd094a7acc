import { Face } from '../../ui/Face.tsx';
import type { Shown } from '../kiosk/kiosk.ts';
import styles from './Said.module.css';

interface SaidProps {
  readonly said: NonNullable<Shown['said']>;
  readonly label: string;
}

/** What the person tapped, carried over so that the next question is plainly about it. */
export function Said({ said, label }: SaidProps) {
  return (
    <p className={styles.said}>
      <Face level={said.face} className={styles.face} />
      <span className={styles.label}>{label}: </span>
      <span className={styles.answer}>{said.label}</span>
    </p>
  );
}
