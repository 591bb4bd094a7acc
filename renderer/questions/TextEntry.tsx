import type { QuestionProps } from './questionProps.ts';
import styles from './TextEntry.module.css';

const LONGEST = 2_000;

/** A text in the person's own words, handed in by whoever shows the question. */
export function TextEntry({ view, labelId, typed, onType }: QuestionProps) {
  const said = typeof view.value === 'string' ? view.value : '';
  return (
    <textarea
      className={styles.text}
      aria-labelledby={labelId}
      aria-required={view.required}
      aria-invalid={view.violation !== undefined}
      rows={view.appearance.includes('multiline') ? 5 : 2}
      maxLength={LONGEST}
      autoComplete="off"
      autoCapitalize="sentences"
      spellCheck={false}
      dir="auto"
      value={typed ?? said}
      onChange={(event) => onType(event.target.value)}
    />
  );
}
