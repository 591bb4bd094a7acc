import { Circles } from './Circles.tsx';
import styles from './Likert.module.css';
import type { SelectingProps } from './selectingProps.ts';
import { Tiles } from './Tiles.tsx';

/** A scale in words: circles on a line with their words below, or tiles where several may be taken. */
export function Likert(props: SelectingProps) {
  const { view, of, onChoose } = props;
  const { choices } = view;
  if (of === 'many') return <Tiles {...props} choices={choices} columns={undefined} />;
  return (
    <div className={styles.likert}>
      <Circles {...props} />
      <div className={styles.words} aria-hidden="true">
        {choices.map(({ name, label }) => (
          <span key={name} onClick={() => onChoose(name)}>
            {label}
          </span>
        ))}
      </div>
    </div>
  );
}
