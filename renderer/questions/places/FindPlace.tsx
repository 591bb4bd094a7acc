import { useState } from 'react';
import type { GeoPoint } from '../../../core/questionnaire/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Glyph } from '../../ui/Glyph.tsx';
import type { QuestionSay } from '../questionWord.ts';
import { findPosition } from './findPosition.ts';
import styles from './Place.module.css';

interface FindPlaceProps {
  readonly say: QuestionSay;
  /** Metres that are near enough. */
  readonly wanted: number;
  readonly onFind: (point: GeoPoint) => void;
}

/** Asks the device where it is; what it cannot tell may be typed in. */
export function FindPlace({ say, wanted, onFind }: FindPlaceProps) {
  const [at, setAt] = useState<'rest' | 'finding' | 'failed'>('rest');
  const find = async (): Promise<void> => {
    setAt('finding');
    const point = await findPosition(wanted);
    setAt(point === undefined ? 'failed' : 'rest');
    if (point !== undefined) onFind(point);
  };
  return (
    <>
      <Button
        lang={say.language}
        kind="primary"
        className={styles.find}
        disabled={at === 'finding'}
        onClick={() => void find()}
      >
        <Glyph of="place" className={styles.glyph} />
        {say(at === 'finding' ? 'place.finding' : 'place.find')}
      </Button>
      {at === 'failed' && (
        <p role="alert" lang={say.language} className={styles.note}>
          {say('place.failed')}
        </p>
      )}
    </>
  );
}
