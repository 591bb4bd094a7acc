import type { CSSProperties } from 'react';
import type { ChoiceView } from '../../../core/questionnaire/index.ts';
import { RichText } from '../../ui/RichText.tsx';
import { Tile } from '../../ui/Tile.tsx';
import type { DrawnProps } from '../questionProps.ts';
import { useRovingFocus } from '../useRovingFocus.ts';
import styles from './Tiles.module.css';

interface TilesProps extends Pick<DrawnProps, 'view' | 'labelId' | 'describedBy'> {
  readonly of: 'one' | 'many';
  readonly choices: readonly ChoiceView[];
  readonly chosen: readonly string[];
  /** Beside each other; as many as fit when left out. */
  readonly columns: number | undefined;
  readonly onChoose: (name: string) => void;
}

/** Choices in words, in as many columns as asked for. */
export function Tiles({ view, labelId, describedBy, of, choices, chosen, columns, onChoose }: TilesProps) {
  const first = choices.findIndex(({ name }) => chosen.includes(name));
  const { onKeyDown, itemProps } = useRovingFocus(choices.length, Math.max(0, first));
  return (
    <div
      role={of === 'one' ? 'radiogroup' : 'group'}
      aria-labelledby={labelId}
      aria-describedby={describedBy}
      aria-required={of === 'one' ? view.required : undefined}
      className={styles.tiles}
      data-columns={columns}
      style={columns === undefined ? undefined : ({ '--columns': columns } as CSSProperties)}
      onKeyDown={of === 'one' ? onKeyDown : undefined}
    >
      {choices.map(({ name, label }, index) => (
        <Tile
          key={name}
          of={of}
          chosen={chosen.includes(name)}
          data-value={name}
          onClick={() => onChoose(name)}
          {...(of === 'one' ? itemProps(index) : {})}
        >
          <RichText text={label} />
        </Tile>
      ))}
    </div>
  );
}
