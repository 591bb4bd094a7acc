import { Points } from '../scales/Points.tsx';
import type { SelectingProps } from './selectingProps.ts';

/** A circle for each choice, its words written by whoever draws it. */
export function Circles({ view, labelId, describedBy, chosen, onChoose }: SelectingProps) {
  const { choices } = view;
  return (
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
  );
}
