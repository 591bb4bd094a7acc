import { RichText } from '../ui/RichText.tsx';
import { Tile } from '../ui/Tile.tsx';
import type { QuestionProps } from './questionProps.ts';
import styles from './choices.module.css';
import { useRovingFocus } from './useRovingFocus.ts';

/** One of several tiles; one tap is the answer. */
export function SelectOne({ view, labelId, describedBy, onAnswer }: QuestionProps) {
  const chosen = view.choices.findIndex(({ name }) => name === view.value);
  const { onKeyDown, itemProps } = useRovingFocus(view.choices.length, Math.max(0, chosen));
  return (
    <div
      role="radiogroup"
      aria-labelledby={labelId}
      aria-describedby={describedBy}
      aria-required={view.required}
      className={styles.tiles}
      data-count={view.choices.length}
      onKeyDown={onKeyDown}
    >
      {view.choices.map((choice, index) => (
        <Tile
          key={choice.name}
          of="one"
          chosen={index === chosen}
          data-value={choice.name}
          onClick={() => onAnswer(choice.name, { complete: true })}
          {...itemProps(index)}
        >
          <RichText text={choice.label} />
        </Tile>
      ))}
    </div>
  );
}
