import type { CSSProperties } from 'react';
import { Key } from '../../ui/Key.tsx';
import { useRovingFocus } from '../useRovingFocus.ts';
import styles from './Points.module.css';

export interface PointOf {
  readonly value: number;
  /** What is written on it; without it a bare circle. */
  readonly text?: string;
  /** For those who hear it. */
  readonly spoken: string;
  /** From bad (1) to good (5), where the scale says so. */
  readonly level?: number;
}

interface PointsProps {
  readonly points: readonly PointOf[];
  readonly chosen: number | undefined;
  readonly required?: boolean;
  readonly labelledBy?: string;
  readonly label?: string;
  readonly describedBy?: string | undefined;
  /** Stands in two rows where the screen is narrow. */
  readonly folds?: boolean;
  readonly onChoose: (value: number) => void;
}

/** A row of points of which one is chosen. */
export function Points(props: PointsProps) {
  const { points, chosen, required, labelledBy, label, describedBy, folds = false, onChoose } = props;
  const at = points.findIndex(({ value }) => value === chosen);
  const { onKeyDown, itemProps } = useRovingFocus(points.length, Math.max(0, at));
  return (
    <div
      role="radiogroup"
      aria-labelledby={labelledBy}
      aria-label={label}
      aria-describedby={describedBy}
      aria-required={required}
      className={styles.points}
      data-folds={folds ? '' : undefined}
      style={{ '--count': points.length, '--half': Math.ceil(points.length / 2) } as CSSProperties}
      onKeyDown={onKeyDown}
    >
      {points.map(({ value, text, spoken, level }, index) => (
        <Key
          key={value}
          role="radio"
          aria-checked={index === at}
          aria-label={spoken}
          on={index === at}
          className={styles.point ?? ''}
          data-value={value}
          data-level={level}
          data-bare={text === undefined ? '' : undefined}
          onClick={() => onChoose(value)}
          {...itemProps(index)}
        >
          {text ?? <span className={styles.circle} />}
        </Key>
      ))}
    </div>
  );
}
