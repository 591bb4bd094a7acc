import { currentValue } from '../currentValue.ts';
import type { DrawnProps } from '../questionProps.ts';
import { useRovingFocus } from '../useRovingFocus.ts';
import styles from './Thumbs.module.css';

const THUMBS = ['up', 'down'] as const;

/** A thumb up, a thumb down; one tap is the answer. */
export function Thumbs(props: DrawnProps) {
  const { view, labelId, describedBy, say, onAnswer } = props;
  const value = currentValue(props);
  const { onKeyDown, itemProps } = useRovingFocus(THUMBS.length, value === 'down' ? 1 : 0);
  return (
    <div
      role="radiogroup"
      aria-labelledby={labelId}
      aria-describedby={describedBy}
      aria-required={view.required}
      className={styles.thumbs}
      onKeyDown={onKeyDown}
    >
      {THUMBS.map((thumb, index) => {
        const own = view.choices.find(({ name }) => name === thumb)?.label;
        return (
          <button
            key={thumb}
            type="button"
            role="radio"
            aria-checked={value === thumb}
            className={styles.thumb}
            data-value={thumb}
            onClick={() => onAnswer(thumb, { complete: true })}
            {...itemProps(index)}
          >
            <svg
              className={styles.drawing}
              data-thumb={thumb}
              viewBox="0 0 120 120"
              aria-hidden="true"
              focusable="false"
            >
              <circle cx="60" cy="60" r="60" />
              <g transform={thumb === 'up' ? undefined : 'rotate(180 60 60)'}>
                <path d="M31 56h11v32H31z" />
                <path d="M49 57c8-5 11-14 12-24 1-6 11-5 12 3 1 6-1 11-3 15h15c6 0 9 5 7 10l-6 21c-1 4-4 6-8 6H58c-4 0-6-1-9-3z" />
              </g>
            </svg>
            <span className={styles.label} lang={own === undefined ? say.language : undefined}>
              {own ?? say(`thumbs.${thumb}`)}
            </span>
          </button>
        );
      })}
    </div>
  );
}
