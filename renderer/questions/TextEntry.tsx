import { entryProps } from './entryProps.ts';
import type { QuestionProps } from './questionProps.ts';
import styles from './TextEntry.module.css';

const LONGEST = 2_000;
const MOST_LINES = 12;

/** A text in the person's own words, handed in by whoever shows the question. */
export function TextEntry(props: QuestionProps) {
  const { view, alone, typed, onType, onAnswer } = props;
  const said = typeof view.value === 'string' ? view.value : '';
  return (
    <textarea
      {...entryProps(props)}
      className={styles.text}
      rows={linesFor(props)}
      maxLength={LONGEST}
      autoComplete="off"
      autoCapitalize="sentences"
      spellCheck={false}
      dir="auto"
      value={typed ?? said}
      onChange={(event) => onType(event.target.value)}
      onBlur={() => {
        // Other questions of the screen may depend on it.
        if (!alone && typed !== undefined) onAnswer(typed.trim(), { complete: false });
      }}
    />
  );
}

function linesFor({ view, alone }: QuestionProps): number {
  const asked = Number(view.parameters['rows'] ?? NaN);
  if (Number.isInteger(asked)) return Math.min(MOST_LINES, Math.max(1, asked));
  return view.appearance.includes('multiline') ? 5 : alone ? 2 : 1;
}
