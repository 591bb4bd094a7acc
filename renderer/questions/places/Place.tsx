import { useState } from 'react';
import { questionTypeOf } from '../../../core/questionnaire/index.ts';
import type { GeoPoint } from '../../../core/questionnaire/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Glyph } from '../../ui/Glyph.tsx';
import { Key } from '../../ui/Key.tsx';
import { currentValue } from '../currentValue.ts';
import type { DrawnProps } from '../questionProps.ts';
import { FindPlace } from './FindPlace.tsx';
import styles from './Place.module.css';
import { pointsIn } from './pointsIn.ts';
import { TypedPoint } from './TypedPoint.tsx';

/** A place, a line or an area: from the device's position or typed in, as there is no map without network. */
export function Place(props: DrawnProps) {
  return props.view.type === 'geopoint' ? <OnePoint {...props} /> : <ManyPoints {...props} />;
}

function OnePoint(props: DrawnProps) {
  const { view, labelId, describedBy, say, onAnswer, onType } = props;
  const [found, setFound] = useState(0);
  const [point] = pointsIn(currentValue(props));
  return (
    <div role="group" aria-labelledby={labelId} aria-describedby={describedBy} className={styles.place}>
      <FindPlace
        say={say}
        wanted={Number(view.parameters['capture-accuracy'] ?? 5)}
        onFind={(here) => {
          setFound(found + 1);
          onAnswer(here, { complete: false });
        }}
      />
      <TypedPoint key={found} say={say} start={point} onChange={(typed) => writePoint(typed, onType)} />
      {point !== undefined && point.accuracy > 0 && (
        <p className={styles.note}>{say('place.accuracy', { metres: Math.round(point.accuracy) })}</p>
      )}
    </div>
  );
}

/** What is half written is no place, and says so when it is handed in. */
function writePoint(typed: GeoPoint | 'partly' | undefined, onType: (text: string) => void): void {
  if (typed === undefined) onType('');
  else onType(typed === 'partly' ? '?' : questionTypeOf('geopoint').encode(typed));
}

function ManyPoints(props: DrawnProps) {
  const { view, labelId, describedBy, say, onAnswer, onType } = props;
  const [draft, setDraft] = useState<GeoPoint | 'partly'>();
  const [turn, setTurn] = useState(0);
  const shape = view.type === 'geoshape';
  const points = opened(pointsIn(currentValue(props)), shape);
  const enough = shape ? 3 : 2;

  const put = (next: readonly GeoPoint[]): void => {
    const [first] = next;
    const whole = shape && first !== undefined && next.length >= enough ? [...next, first] : next;
    if (next.length >= enough) onAnswer(whole, { complete: false });
    else onType(questionTypeOf(view.type).encode(next));
  };
  const add = (point: GeoPoint): void => {
    put([...points, point]);
    setDraft(undefined);
    setTurn(turn + 1);
  };

  return (
    <div role="group" aria-labelledby={labelId} aria-describedby={describedBy} className={styles.place}>
      <FindPlace say={say} wanted={5} onFind={add} />
      <TypedPoint key={turn} say={say} start={undefined} onChange={setDraft} />
      <Button
        lang={say.language}
        disabled={draft === undefined || draft === 'partly'}
        onClick={() => {
          if (draft !== undefined && draft !== 'partly') add(draft);
        }}
      >
        <Glyph of="plus" className={styles.glyph} />
        {say('place.add')}
      </Button>
      <p role="status" lang={say.language} className={styles.note}>
        {say('place.points', { points: points.length })}
      </p>
      <ol className={styles.points}>
        {points.map(({ latitude, longitude }, index) => (
          <li key={index} className={styles.point}>
            <span dir="ltr">
              {latitude.toFixed(5)}, {longitude.toFixed(5)}
            </span>
            <Key
              lang={say.language}
              aria-label={say('place.drop', { position: index + 1 })}
              onClick={() => put(points.filter((_, at) => at !== index))}
            >
              <Glyph of="cross" />
            </Key>
          </li>
        ))}
      </ol>
    </div>
  );
}

/** The corners of an area without the last, which is the first again. */
function opened(points: readonly GeoPoint[], shape: boolean): readonly GeoPoint[] {
  const [first] = points;
  const last = points.at(-1);
  const closed =
    points.length > 1 && first?.latitude === last?.latitude && first?.longitude === last?.longitude;
  return shape && closed ? points.slice(0, -1) : points;
}
