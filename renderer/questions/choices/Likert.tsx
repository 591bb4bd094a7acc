import { Points } from '../scales/Points.tsx';
import styles from './Likert.module.css';
import type { SelectingProps } from './Select.tsx';
import { Tiles } from './Tiles.tsx';

/** A scale in words: circles on a line with their words below, or tiles where several may be taken. */
export function Likert(props: SelectingProps) {
  const { view, labelId, describedBy, of, chosen, onChoose } = props;
  const { choices } = view;
  if (of === 'many') return <Tiles {...props} choices={choices} columns={undefined} />;
  return (
    <div className={styles.likert}>
      <Points
        points={choices.map(({ label }, index) => ({ value: index, spoken: label }))}
        chosen={choices.findIndex(({ name }) => chosen.includes(name))}
        required={view.required}
        labelledBy={labelId}
        describedBy={describedBy}
        onChoose={(index) => {
          const choice = choices[index];
          if (choice !== undefined) onChoose(choice.name);
        }}
      />
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
