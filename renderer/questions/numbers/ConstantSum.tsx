import type { CSSProperties } from 'react';
import { questionTypeOf } from '../../../core/questionnaire/index.ts';
import { RichText } from '../../ui/RichText.tsx';
import { currentValue, partsIn } from '../currentValue.ts';
import type { DrawnProps } from '../questionProps.ts';
import styles from './ConstantSum.module.css';
import { Stepper } from './Stepper.tsx';

/** Points shared out among rows. It is an answer once the sum is right; until then it is only written. */
export function ConstantSum(props: DrawnProps) {
  const { view, labelId, describedBy, say, onAnswer, onType } = props;
  const total = Number(view.parameters['total'] ?? 100);
  const parts = partsIn(currentValue(props));
  const pointsOf = (name: string): number => Number(parts[name] ?? 0) || 0;
  const sum = view.choices.reduce((before, { name }) => before + pointsOf(name), 0);
  const left = total - sum;
  const step = stepOf(total);

  const change = (name: string, points: number): void => {
    const next = { ...parts, [name]: String(points) };
    const nextSum = view.choices.reduce((before, row) => before + (Number(next[row.name] ?? 0) || 0), 0);
    if (nextSum === total) onAnswer(next, { complete: false });
    else onType(questionTypeOf(view.type).encode(next));
  };

  return (
    <div role="group" aria-labelledby={labelId} aria-describedby={describedBy} className={styles.sum}>
      {view.choices.map(({ name, label }) => (
        <div key={name} className={styles.row} data-value={name}>
          <span className={styles.label}>
            <RichText text={label} />
          </span>
          <div className={styles.bar} aria-hidden="true">
            <span style={{ '--part': Math.min(1, pointsOf(name) / total) } as CSSProperties} />
          </div>
          <Stepper
            name={label}
            value={pointsOf(name)}
            least={0}
            most={pointsOf(name) + Math.max(0, left)}
            step={Math.min(step, Math.max(1, left > 0 ? left : step))}
            start={0}
            say={say}
            onChange={(points) => change(name, points)}
          />
        </div>
      ))}
      <p role="status" lang={say.language} className={styles.total} data-left={Math.sign(left)}>
        {left === 0
          ? say('sum.done', { points: total })
          : left > 0
            ? say('sum.left', { points: left })
            : say('sum.over', { points: -left })}
      </p>
    </div>
  );
}

/** Twenty taps at the most for everything. */
const stepOf = (total: number): number => Math.max(1, Math.round(total / 20));
