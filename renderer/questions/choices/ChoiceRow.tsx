import { Circles } from './Circles.tsx';
import styles from './ChoiceRow.module.css';
import type { SelectingProps } from './selectingProps.ts';
import { Tiles } from './Tiles.tsx';

interface ChoiceRowProps extends SelectingProps {
  /** The head of the table: words of the choices and nothing to choose. */
  readonly heads: boolean;
}

/** A row of a table: the words stand in its head, the circles below them. Several choices keep their words, as boxes without are guesses. */
export function ChoiceRow(props: ChoiceRowProps) {
  const { view, of, heads } = props;
  const { choices } = view;
  if (heads) {
    return (
      <div className={styles.heads} aria-hidden="true">
        {choices.map(({ name, label }) => (
          <span key={name}>{label}</span>
        ))}
      </div>
    );
  }
  if (of === 'many') return <Tiles {...props} choices={choices} columns={undefined} />;
  return <Circles {...props} />;
}
