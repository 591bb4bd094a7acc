import { RichText } from '../../ui/RichText.tsx';
import { currentValue } from '../currentValue.ts';
import type { DrawnProps } from '../questionProps.ts';
import { Tiles } from '../choices/Tiles.tsx';
import { levelOf, promoterLevelOf } from './levelOf.ts';
import { Points, type PointOf } from './Points.tsx';
import styles from './Scale.module.css';

/** What the scales begin with and how many points they have. */
const SCALES = {
  nps: { least: 0, points: 11 },
  csat: { least: 1, points: 5 },
  ces: { least: 1, points: 7 },
} as const;

/** Points in a row from the worst, their ends named; or tiles, when the questionnaire names each point. One tap is the answer. */
export function Scale(props: DrawnProps) {
  const { view, labelId, describedBy, say, onAnswer } = props;
  const kind = view.type === 'nps' || view.type === 'ces' ? view.type : 'csat';
  const { least, points } = SCALES[kind];
  const count = Number(view.parameters['points'] ?? points) || points;
  const value = currentValue(props);
  const names = view.choices.map(({ label }) => label);
  const low = names[0] ?? say(`scale.${kind}.low`);
  const high = names[count - 1] ?? say(`scale.${kind}.high`);
  const answer = (chosen: number): void => onAnswer(chosen, { complete: true });

  if (
    names.length === count &&
    count <= 7 &&
    names.some((name, index) => index > 0 && index < count - 1 && name !== '')
  ) {
    const tiles = names.map((label, index) => ({ name: String(least + index), label }));
    return (
      <Tiles
        {...props}
        of="one"
        columns={1}
        choices={tiles}
        chosen={typeof value === 'number' ? [String(value)] : []}
        onChoose={(name) => answer(Number(name))}
      />
    );
  }
  const all = Array.from({ length: count }, (_, index): PointOf => {
    const point = least + index;
    const end = index === 0 ? `, ${low}` : index === count - 1 ? `, ${high}` : '';
    return {
      value: point,
      text: String(point),
      spoken: `${String(point)}${end}`,
      level: kind === 'nps' ? promoterLevelOf(point) : levelOf(index, count),
    };
  });
  const lang = names.length > 0 ? undefined : say.language;
  return (
    <div className={styles.scale}>
      <Points
        points={all}
        chosen={typeof value === 'number' ? value : undefined}
        required={view.required}
        labelledBy={labelId}
        describedBy={describedBy}
        folds={count > 7}
        onChoose={answer}
      />
      <p className={styles.ends} aria-hidden="true">
        <bdi lang={lang}>
          <RichText text={low} />
        </bdi>
        <bdi lang={lang}>
          <RichText text={high} />
        </bdi>
      </p>
    </div>
  );
}
