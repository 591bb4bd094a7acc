import { useId, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Glyph } from '../../ui/Glyph.tsx';
import styles from './ChoiceList.module.css';
import { MOST_TILES } from '../isPlainSelect.ts';
import { matching } from './matching.ts';
import type { SelectingProps } from './selectingProps.ts';
import { Tiles } from './Tiles.tsx';

/** More rows than anybody looks through; typing narrows them down. */
const MOST_ROWS = 60;

/** A list to look through or to search. Among other questions it is folded behind what was chosen. */
export function ChoiceList(props: SelectingProps) {
  const { view, alone, labelId, chosen, of, say, onChoose } = props;
  const [open, setOpen] = useState(false);
  const valueId = useId();
  const said = view.choices.filter(({ name }) => chosen.includes(name)).map(({ label }) => label);
  if (alone) return <Rows {...props} />;
  return (
    <div className={styles.folded}>
      <Button
        id={valueId}
        className={styles.value}
        aria-expanded={open}
        aria-labelledby={`${labelId} ${valueId}`}
        aria-describedby={props.describedBy}
        onClick={() => setOpen(!open)}
      >
        <span lang={said.length === 0 ? say.language : undefined}>
          {said.length === 0 ? say('choose') : said.join(', ')}
        </span>
        <Glyph of={open ? 'up' : 'down'} className={styles.arrow} />
      </Button>
      {open && (
        <Rows
          {...props}
          onChoose={(name) => {
            onChoose(name);
            if (of === 'one') setOpen(false);
          }}
        />
      )}
    </div>
  );
}

function Rows(props: SelectingProps) {
  const { view, say, chosen } = props;
  const [wanted, setWanted] = useState('');
  const searches =
    view.choices.length > MOST_TILES || view.appearance.some((word) => /^(search|autocomplete)/.test(word));
  const found = matching(view.choices, wanted);
  const shown = found.slice(0, MOST_ROWS);
  const kept = view.choices.filter(
    ({ name }) => chosen.includes(name) && !shown.some((row) => row.name === name),
  );
  return (
    <div className={styles.list}>
      {searches && (
        <div className={styles.search}>
          <Glyph of="search" className={styles.glass} />
          <Field
            type="search"
            lang={say.language}
            className={styles.wanted ?? ''}
            aria-label={say('search')}
            placeholder={say('search')}
            dir="auto"
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        </div>
      )}
      {found.length === 0 ? (
        <p role="status" className={styles.note}>
          <bdi lang={say.language}>{say('nothingFound')}</bdi>
        </p>
      ) : (
        <Tiles {...props} choices={[...kept, ...shown]} columns={undefined} />
      )}
      {found.length > shown.length && (
        <p className={styles.note}>
          <bdi lang={say.language}>{say('narrow', { entries: found.length - shown.length })}</bdi>
        </p>
      )}
    </div>
  );
}
