import { currentValue } from '../currentValue.ts';
import type { DrawnProps } from '../questionProps.ts';
import { StarRow } from '../scales/StarRow.tsx';
import styles from './NumberEntry.module.css';
import { rangeOf } from './rangeOf.ts';
import { Slider } from './Slider.tsx';
import { Stepper } from './Stepper.tsx';

/** A number between two ends: a line to slide on, stars, or counting up and down, as the appearance asks. */
export function Range(props: DrawnProps) {
  const { view, say, describedBy, onAnswer } = props;
  const range = rangeOf(view);
  const said = currentValue(props);
  const value = typeof said === 'number' ? said : undefined;
  if (view.appearance.includes('rating')) {
    return <StarRow {...props} first={range.start} count={range.steps + 1} chosen={value} />;
  }
  if (view.appearance.includes('picker')) {
    return (
      <div className={styles.entry}>
        <Stepper
          name={view.label}
          describedBy={describedBy}
          value={value}
          least={Math.min(range.start, range.end)}
          most={Math.max(range.start, range.end)}
          step={Math.abs(range.valueAt(1) - range.start)}
          start={Number(view.parameters['placeholder'] ?? range.start)}
          say={say}
          onChange={(next) => onAnswer(next, { complete: false })}
        />
      </div>
    );
  }
  return <Slider {...props} range={range} value={value} />;
}
