import type { CSSProperties } from 'react';
import { entryProps } from '../entryProps.ts';
import type { DrawnProps } from '../questionProps.ts';
import type { RangeOf } from './rangeOf.ts';
import styles from './Slider.module.css';

interface SliderProps extends DrawnProps {
  readonly range: RangeOf;
  readonly value: number | undefined;
}

/** A line with a thumb as large as a finger. Untouched it stands in the middle, hollow, and has said nothing. */
export function Slider(props: SliderProps) {
  const { view, range, value, say, onAnswer, onType } = props;
  const at = value === undefined ? Math.round(range.steps / 2) : range.stepsTo(value);
  const label = range.ticks.find((tick) => tick.at === at)?.label;
  const shown = value === undefined ? say('slide') : (label ?? String(value));
  const give = (steps: number): void => onAnswer(range.valueAt(steps), { complete: false });
  const upright = view.appearance.includes('vertical');
  return (
    <div
      className={styles.slider}
      data-upright={upright ? '' : undefined}
      data-untouched={value === undefined ? '' : undefined}
      style={{ '--part': at / range.steps } as CSSProperties}
    >
      <output className={styles.value} lang={value === undefined ? say.language : undefined}>
        {shown}
      </output>
      <div className={styles.line}>
        <input
          {...entryProps(props)}
          aria-required={undefined}
          type="range"
          className={styles.input}
          min={0}
          max={range.steps}
          step={1}
          value={at}
          aria-orientation={upright ? 'vertical' : undefined}
          aria-valuetext={shown}
          onChange={(event) => onType(String(range.valueAt(event.target.valueAsNumber)))}
          onPointerUp={(event) => give(event.currentTarget.valueAsNumber)}
          onKeyUp={(event) => {
            if (event.key !== 'Tab') give(event.currentTarget.valueAsNumber);
          }}
        />
        <div className={styles.ticks} aria-hidden="true">
          {range.ticks.map((tick) => (
            <span
              key={tick.at}
              className={styles.tick}
              style={{ '--place': tick.at / range.steps } as CSSProperties}
            >
              <span className={styles.label}>{tick.label}</span>
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}
