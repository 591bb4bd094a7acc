import { Face } from '../ui/Face.tsx';
import { faceLevels } from './faceLevel.ts';
import type { QuestionProps } from './questionProps.ts';
import styles from './Smiley.module.css';
import { useRovingFocus } from './useRovingFocus.ts';

/** Faces from worst to best; one tap is the answer. */
export function Smiley({ view, labelId, describedBy, words, onAnswer }: QuestionProps) {
  const levels = faceLevels(view.parameters['points']);
  const chosen = typeof view.value === 'number' ? view.value - 1 : -1;
  const { onKeyDown, itemProps } = useRovingFocus(levels.length, Math.max(0, chosen));
  return (
    <div
      role="radiogroup"
      aria-labelledby={labelId}
      aria-describedby={describedBy}
      aria-required={view.required}
      className={styles.faces}
      data-points={levels.length}
      onKeyDown={onKeyDown}
    >
      {levels.map((level, index) => (
        <button
          key={level}
          type="button"
          role="radio"
          aria-checked={index === chosen}
          className={styles.face}
          data-value={index + 1}
          onClick={() => onAnswer(index + 1, { complete: true })}
          {...itemProps(index)}
        >
          <Face level={level} className={styles.drawing} />
          <span className={styles.label}>{view.choices[index]?.label ?? words.faces[level - 1]}</span>
        </button>
      ))}
    </div>
  );
}
