import type { KeyboardEvent } from 'react';
import { Glyph } from '../../ui/Glyph.tsx';
import { Key } from '../../ui/Key.tsx';
import type { QuestionSay } from '../questionWord.ts';
import styles from './Stepper.module.css';

interface StepperProps {
  /** What is counted, for those who hear it. */
  readonly name: string;
  /** Undefined: nothing said yet. */
  readonly value: number | undefined;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** Where the first step begins when nothing was said. */
  readonly start: number;
  readonly say: QuestionSay;
  readonly describedBy?: string | undefined;
  readonly onChange: (value: number) => void;
}

/** Less, how many, more. */
export function Stepper(props: StepperProps) {
  const { name, value, least, most, step, start, say, describedBy, onChange } = props;
  const to = (next: number): void => {
    const inside = rounded(Math.min(most, Math.max(least, next)));
    if (inside !== value) onChange(inside);
  };
  const by = (steps: number): void => to(value === undefined ? start : value + steps * step);
  return (
    <div className={styles.stepper}>
      <Key
        className={styles.key ?? ''}
        lang={say.language}
        aria-label={say('less', { name })}
        disabled={value !== undefined && value <= least}
        onClick={() => by(-1)}
      >
        <Glyph of="minus" />
      </Key>
      <span
        role="spinbutton"
        tabIndex={0}
        aria-label={name}
        aria-describedby={describedBy}
        aria-valuenow={value}
        aria-valuemin={Number.isFinite(least) ? least : undefined}
        aria-valuemax={Number.isFinite(most) ? most : undefined}
        aria-valuetext={value === undefined ? '–' : String(value)}
        className={styles.value}
        onKeyDown={(event) => stepByKey(event, { by, to, least, most })}
      >
        {value ?? '–'}
      </span>
      <Key
        className={styles.key ?? ''}
        lang={say.language}
        aria-label={say('more', { name })}
        disabled={value !== undefined && value >= most}
        onClick={() => by(1)}
      >
        <Glyph of="plus" />
      </Key>
    </div>
  );
}

interface Steps {
  readonly by: (steps: number) => void;
  readonly to: (value: number) => void;
  readonly least: number;
  readonly most: number;
}

function stepByKey(event: KeyboardEvent, { by, to, least, most }: Steps): void {
  const { key } = event;
  if (key === 'ArrowUp') by(1);
  else if (key === 'ArrowDown') by(-1);
  else if (key === 'PageUp') by(10);
  else if (key === 'PageDown') by(-10);
  else if (key === 'Home' && Number.isFinite(least)) to(least);
  else if (key === 'End' && Number.isFinite(most)) to(most);
  else return;
  event.preventDefault();
}

/** Sums of steps such as 0.1 come out as they are written. */
const rounded = (value: number): number => Number(value.toPrecision(12));
