import { useRef, type PointerEvent } from 'react';
import { questionTypeOf } from '../../../core/questionnaire/index.ts';
import type { ChoiceView } from '../../../core/questionnaire/index.ts';
import { Glyph } from '../../ui/Glyph.tsx';
import { Key } from '../../ui/Key.tsx';
import { RichText } from '../../ui/RichText.tsx';
import { currentValue, namesIn } from '../currentValue.ts';
import type { DrawnProps } from '../questionProps.ts';
import type { QuestionSay } from '../questionWord.ts';
import { movedTo } from './order.ts';
import styles from './Rank.module.css';

/** Tap in order; then drag, or move by buttons. It is an answer once all have their place. */
export function Rank(props: DrawnProps) {
  const { view, labelId, describedBy, say, onAnswer, onType } = props;
  const list = useRef<HTMLOListElement>(null);
  const ranked = namesIn(currentValue(props)).filter((name) => view.choices.some((row) => row.name === name));
  const waiting = view.choices.filter(({ name }) => !ranked.includes(name));

  const put = (names: readonly string[]): void => {
    const rest = view.choices.filter(({ name }) => !names.includes(name)).map(({ name }) => name);
    // The last one has only one place left.
    const whole = names.length > ranked.length && rest.length === 1 ? [...names, ...rest] : names;
    if (whole.length === view.choices.length) onAnswer(whole, { complete: false });
    else onType(questionTypeOf('rank').encode(whole));
  };

  const dragTo = (name: string) => (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const rows = [...(list.current?.children ?? [])].map((row) => row.getBoundingClientRect());
    const over = rows.findIndex(({ top, bottom }) => event.clientY >= top && event.clientY <= bottom);
    if (over >= 0 && over !== ranked.indexOf(name)) put(movedTo(ranked, name, over));
  };

  return (
    <div role="group" aria-labelledby={labelId} aria-describedby={describedBy} className={styles.rank}>
      <p className={styles.how}>
        <bdi lang={say.language}>{say('rank.how')}</bdi>
      </p>
      <ol ref={list} className={styles.ranked} aria-live="polite">
        {ranked.map((name, index) => (
          <Ranked
            key={name}
            name={name}
            label={view.choices.find((choice) => choice.name === name)?.label ?? name}
            index={index}
            count={ranked.length}
            say={say}
            onDrop={() => put(ranked.filter((other) => other !== name))}
            onMove={(place) => put(movedTo(ranked, name, place))}
            onDrag={dragTo(name)}
          />
        ))}
      </ol>
      {waiting.length > 0 && <Waiting choices={waiting} onPlace={(name) => put([...ranked, name])} />}
    </div>
  );
}

interface RankedProps {
  readonly name: string;
  readonly label: string;
  readonly index: number;
  readonly count: number;
  readonly say: QuestionSay;
  readonly onDrop: () => void;
  readonly onMove: (place: number) => void;
  readonly onDrag: (event: PointerEvent) => void;
}

function Ranked({ name, label, index, count, say, onDrop, onMove, onDrag }: RankedProps) {
  return (
    <li className={styles.row} data-value={name}>
      <span className={styles.place} aria-hidden="true">
        {index + 1}
      </span>
      <button
        type="button"
        className={styles.label}
        aria-label={say('rank.drop', { name: label })}
        onClick={onDrop}
      >
        <RichText text={label} />
      </button>
      <span className={styles.moves}>
        <Key
          aria-label={say('rank.up', { name: label })}
          disabled={index === 0}
          onClick={() => onMove(index - 1)}
        >
          <Glyph of="up" />
        </Key>
        <Key
          aria-label={say('rank.down', { name: label })}
          disabled={index === count - 1}
          onClick={() => onMove(index + 1)}
        >
          <Glyph of="down" />
        </Key>
        <span
          className={styles.grip}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={onDrag}
        >
          <Glyph of="grip" />
        </span>
      </span>
    </li>
  );
}

interface WaitingProps {
  readonly choices: readonly ChoiceView[];
  readonly onPlace: (name: string) => void;
}

function Waiting({ choices, onPlace }: WaitingProps) {
  return (
    <ul className={styles.waiting}>
      {choices.map(({ name, label }) => (
        <li key={name}>
          <button type="button" className={styles.tile} data-value={name} onClick={() => onPlace(name)}>
            <RichText text={label} />
          </button>
        </li>
      ))}
    </ul>
  );
}
