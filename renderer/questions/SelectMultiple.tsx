import type { AnswerValue, ChoiceView } from '../../core/questionnaire/index.ts';
import { Tile } from '../ui/Tile.tsx';
import type { QuestionProps } from './questionProps.ts';
import styles from './choices.module.css';

const namesIn = (value: AnswerValue): readonly string[] =>
  Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];

/** Any number of tiles; an exclusive one ("none of these") leaves the others, and the others leave it. */
export function SelectMultiple({ view, labelId, onAnswer }: QuestionProps) {
  const chosen = namesIn(view.value);
  return (
    <div role="group" aria-labelledby={labelId} className={styles.tiles} data-count={view.choices.length}>
      {view.choices.map((choice) => (
        <Tile
          key={choice.name}
          of="many"
          chosen={chosen.includes(choice.name)}
          data-value={choice.name}
          onClick={() =>
            onAnswer(toggled(choice, chosen, view.choices), { part: choice.name, complete: false })
          }
        >
          {choice.label}
        </Tile>
      ))}
    </div>
  );
}

function toggled(
  choice: ChoiceView,
  chosen: readonly string[],
  offered: readonly ChoiceView[],
): readonly string[] {
  if (chosen.includes(choice.name)) return chosen.filter((name) => name !== choice.name);
  if (choice.exclusive === true) return [choice.name];
  const alone = offered.filter(({ exclusive }) => exclusive === true).map(({ name }) => name);
  return [...chosen.filter((name) => !alone.includes(name)), choice.name];
}
