import { Tile } from '../../ui/Tile.tsx';
import type { DrawnProps } from '../questionProps.ts';
import styles from './Acknowledge.module.css';

/** A box to tick once something has been read. */
export function Acknowledge({ view, labelId, describedBy, say, onAnswer }: DrawnProps) {
  const read = view.value === 'OK';
  return (
    <div role="group" aria-labelledby={labelId} aria-describedby={describedBy} className={styles.box}>
      <Tile
        of="many"
        chosen={read}
        lang={say.language}
        data-value="OK"
        onClick={() => onAnswer(read ? null : 'OK', { part: 'OK', complete: false })}
      >
        {say('acknowledge')}
      </Tile>
    </div>
  );
}
