import { questionTypeOf } from '../../../core/questionnaire/index.ts';
import type { ChoiceView } from '../../../core/questionnaire/index.ts';
import { RichText } from '../../ui/RichText.tsx';
import { currentValue, partsIn } from '../currentValue.ts';
import type { DrawnProps } from '../questionProps.ts';
import { levelOf } from './levelOf.ts';
import { Points, type PointOf } from './Points.tsx';
import styles from './RatedRows.module.css';

const USUAL_POINTS = {
  'rating-matrix': 5,
  'importance-satisfaction': 10,
  'semantic-differential': 7,
} as const;
const PAIR = ['importance', 'satisfaction'] as const;

/** Rows of a list, each with its points: a rating, importance beside satisfaction, or a place between two opposites. */
export function RatedRows(props: DrawnProps) {
  const { view, labelId, describedBy } = props;
  return (
    <div role="group" aria-labelledby={labelId} aria-describedby={describedBy} className={styles.rows}>
      {view.choices.map((row, index) => (
        <div key={row.name} className={styles.row} data-type={view.type}>
          <Row {...props} row={row} index={index} />
        </div>
      ))}
    </div>
  );
}

interface RowProps extends DrawnProps {
  readonly row: ChoiceView;
  readonly index: number;
}

function Row({ row, index, ...props }: RowProps) {
  const { view, say } = props;
  const { name, label } = row;
  const line = { ...props, pointsOf: pointsOf(props) };
  if (view.type === 'semantic-differential') {
    const opposite = view.lists?.['poles']?.[index]?.label ?? '';
    return (
      <>
        <span className={styles.pole}>
          <RichText text={label} />
        </span>
        <Rating {...line} part={name} spoken={`${label} – ${opposite}`} />
        <span className={styles.pole} data-other="">
          <RichText text={opposite} />
        </span>
      </>
    );
  }
  const heading = (
    <span className={styles.label}>
      <RichText text={label} />
    </span>
  );
  if (view.type === 'rating-matrix') {
    return (
      <>
        {heading}
        {index === 0 && <Ends {...props} />}
        <Rating {...line} part={name} spoken={label} />
      </>
    );
  }
  return (
    <>
      {heading}
      {PAIR.map((what) => (
        <div key={what} className={styles.pair}>
          <span className={styles.what} lang={say.language} aria-hidden="true">
            {say(`pair.${what}`)}
          </span>
          <Rating {...line} part={`${name}/${what}`} spoken={`${label}: ${say(`pair.${what}`)}`} />
        </div>
      ))}
    </>
  );
}

/** What the first and the last point mean, where a list says so. */
function Ends({ view }: DrawnProps) {
  const scale = view.lists?.['scale'] ?? [];
  if (scale.length < 2) return null;
  return (
    <span className={styles.ends} aria-hidden="true">
      <RichText text={scale[0]?.label ?? ''} />
      <span>
        <RichText text={scale.at(-1)?.label ?? ''} />
      </span>
    </span>
  );
}

interface RatingProps extends DrawnProps {
  readonly pointsOf: readonly PointOf[];
  readonly part: string;
  readonly spoken: string;
}

/** All rows together are an answer; where every row is asked for, it is only written until then. */
function Rating(props: RatingProps) {
  const { view, part, spoken, onAnswer, onType } = props;
  const parts = partsIn(currentValue(props));
  const choose = (value: number): void => {
    const next = { ...parts, [part]: String(value) };
    const wanted = view.choices.length * (view.type === 'importance-satisfaction' ? 2 : 1);
    const whole = Object.keys(next).length >= wanted;
    if (whole || view.parameters['all-rows'] !== 'true') onAnswer(next, { part, complete: false });
    else onType(questionTypeOf(view.type).encode(next));
  };
  const value = Number(parts[part] ?? NaN);
  return (
    <Points
      points={props.pointsOf}
      chosen={Number.isNaN(value) ? undefined : value}
      label={spoken}
      onChoose={choose}
    />
  );
}

function pointsOf({ view, say }: DrawnProps): readonly PointOf[] {
  const type = view.type as keyof typeof USUAL_POINTS;
  const count = Number(view.parameters['points'] ?? USUAL_POINTS[type]) || USUAL_POINTS[type];
  const named = view.lists?.['scale'] ?? [];
  return Array.from({ length: count }, (_, index) => {
    const value = index + 1;
    const name = named[index]?.label;
    const spoken = say('ofMost', { value, most: count });
    const point = { value, spoken: name === undefined ? spoken : `${String(value)}, ${name}` };
    if (type === 'semantic-differential') return point;
    const text = String(value);
    return type === 'rating-matrix' ? { ...point, text, level: levelOf(index, count) } : { ...point, text };
  });
}
