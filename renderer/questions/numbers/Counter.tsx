import { currentValue } from '../currentValue.ts';
import type { DrawnProps } from '../questionProps.ts';
import styles from './NumberEntry.module.css';
import { Stepper } from './Stepper.tsx';

/** A small number by counting up and down. */
export function Counter(props: DrawnProps) {
  const { view, describedBy, say, onAnswer } = props;
  const value = currentValue(props);
  return (
    <div className={styles.entry}>
      <Stepper
        name={view.label}
        describedBy={describedBy}
        value={typeof value === 'number' ? value : undefined}
        least={-Infinity}
        most={Infinity}
        step={1}
        start={0}
        say={say}
        onChange={(next) => onAnswer(next, { complete: false })}
      />
    </div>
  );
}
