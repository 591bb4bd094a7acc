import { Button } from '../../ui/Button.tsx';
import styles from './PinPad.module.css';

interface PinKeysProps {
  readonly blocked: boolean;
  readonly deleteLabel: string;
  readonly onDigit: (digit: string) => void;
  readonly onDelete: () => void;
}

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

export function PinKeys({ blocked, deleteLabel, onDigit, onDelete }: PinKeysProps) {
  const key = (digit: string) => (
    <Button key={digit} className={styles.key} disabled={blocked} onClick={() => onDigit(digit)}>
      {digit}
    </Button>
  );
  return (
    <div className={styles.keys}>
      {DIGITS.map(key)}
      <span />
      {key('0')}
      <Button kind="quiet" className={styles.key} aria-label={deleteLabel} onClick={onDelete}>
        <svg className={styles.delete} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
          <path d="M9 6H20V18H9L3.5 12ZM12.5 10 16.5 14M16.5 10 12.5 14" />
        </svg>
      </Button>
    </div>
  );
}
