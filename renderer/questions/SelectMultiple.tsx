import type { AnswerValue } from '../../core/questionnaire/index.ts';
import { RichText } from '../ui/RichText.tsx';
import { Tile } from '../ui/Tile.tsx';
import { toggled } from './choices/selection.ts';
import type { QuestionProps } from './questionProps.ts';
import styles from './choices.module.css';

const namesIn = (value: AnswerValue): readonly string[] =>
  Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];

/** Any number of tiles; an exclusive one ("none of these") leaves the others, and the others leave it. */
export function SelectMultiple({ view, labelId, describedBy, onAnswer }: QuestionProps) {
  const chosen = namesIn(view.value);
  return (
    <div
      role="group"
      aria-labelledby={labelId}
      aria-describedby={describedBy}
      className={styles.tiles}
      data-count={view.choices.length}
    >
      {view.choices.map((choice) => (
        <Tile
          key={choice.name}
          of="many"
          chosen={chosen.includes(choice.name)}
          data-value={choice.name}
          onClick={() =>
            onAnswer(toggled(choice.name, chosen, view.choices), { part: choice.name, complete: false })
          }
        >
          <RichText text={choice.label} />
        </Tile>
      ))}
    </div>
  );
}
