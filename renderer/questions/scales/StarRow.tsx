import type { CSSProperties } from 'react';
import type { DrawnProps } from '../questionProps.ts';
import { useRovingFocus } from '../useRovingFocus.ts';
import styles from './StarRow.module.css';

interface StarRowProps extends DrawnProps {
  readonly first: number;
  readonly count: number;
  readonly chosen: number | undefined;
}

/** Stars up to the one that was tapped. */
export function StarRow({ view, labelId, describedBy, say, first, count, chosen, onAnswer }: StarRowProps) {
  const at = chosen === undefined ? -1 : chosen - first;
  const { onKeyDown, itemProps } = useRovingFocus(count, Math.max(0, at));
  const names = view.choices.map(({ label }) => label);
  return (
    <div
      role="radiogroup"
      aria-labelledby={labelId}
      aria-describedby={describedBy}
      aria-required={view.required}
      className={styles.stars}
      style={{ '--count': count } as CSSProperties}
      onKeyDown={onKeyDown}
    >
      {Array.from({ length: count }, (_, index) => (
        <button
          key={index}
          type="button"
          role="radio"
          aria-checked={index === at}
          aria-label={names[index] ?? say('stars', { count: first + index })}
          className={styles.star}
          data-value={first + index}
          data-on={index <= at ? '' : undefined}
          onClick={() => onAnswer(first + index, { complete: true })}
          {...itemProps(index)}
        >
          <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">
            <path d="M24 4.5 30 17.6l14.2 1.7-10.5 9.8 2.8 14.1L24 36.1l-12.5 7.1 2.8-14.1L3.8 19.3 18 17.6z" />
          </svg>
          {names[index] !== undefined && <span className={styles.name}>{names[index]}</span>}
        </button>
      ))}
    </div>
  );
}
