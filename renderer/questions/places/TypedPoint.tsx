import { useId, useState } from 'react';
import type { GeoPoint } from '../../../core/questionnaire/index.ts';
import { Field } from '../../ui/Field.tsx';
import type { QuestionSay } from '../questionWord.ts';
import styles from './Place.module.css';

interface TypedPointProps {
  readonly say: QuestionSay;
  readonly start: GeoPoint | undefined;
  /** Undefined once both are blank. */
  readonly onChange: (point: GeoPoint | 'partly' | undefined) => void;
}

const AXES = [
  { axis: 'latitude', most: 90 },
  { axis: 'longitude', most: 180 },
] as const;

/** Latitude and longitude in degrees. */
export function TypedPoint({ say, start, onChange }: TypedPointProps) {
  const id = useId();
  const [texts, setTexts] = useState({
    latitude: start === undefined ? '' : String(start.latitude),
    longitude: start === undefined ? '' : String(start.longitude),
  });
  const write = (next: typeof texts): void => {
    setTexts(next);
    onChange(pointOf(next.latitude, next.longitude));
  };
  return (
    <div className={styles.typed}>
      {AXES.map(({ axis, most }) => (
        <div key={axis} className={styles.axis} lang={say.language}>
          <label htmlFor={`${id}${axis}`}>{say(`place.${axis}`)}</label>
          <Field
            id={`${id}${axis}`}
            inputMode="decimal"
            dir="ltr"
            maxLength={14}
            aria-invalid={texts[axis] !== '' && !isWithin(texts[axis], most)}
            value={texts[axis]}
            onChange={(event) =>
              write({ ...texts, [axis]: event.target.value.replaceAll(',', '.').replace(/[^\d.-]/g, '') })
            }
          />
        </div>
      ))}
    </div>
  );
}

const isWithin = (text: string, most: number): boolean => text !== '' && Math.abs(Number(text)) <= most;

function pointOf(latitude: string, longitude: string): GeoPoint | 'partly' | undefined {
  if (latitude === '' && longitude === '') return undefined;
  if (!isWithin(latitude, 90) || !isWithin(longitude, 180)) return 'partly';
  return { latitude: Number(latitude), longitude: Number(longitude), altitude: 0, accuracy: 0 };
}
