import type { Overview } from '../../../core/protocol/index.ts';
import type { Formats } from '../format/formats.ts';
import { FEW_ANSWERS } from '../hours/dayOfHours.ts';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './CsatTile.module.css';
import { Tile } from './Tile.tsx';

interface CsatTileProps {
  readonly csat: Overview['csat'];
  readonly formats: Formats;
}

/** The share of satisfied customers, never without its interval and n. */
export function CsatTile({ csat: { value, low, high, n }, formats }: CsatTileProps) {
  const { say } = useConsole();
  if (value === null || low === null || high === null) {
    return (
      <Tile title={say('csat.title')} aside={say('csat.n', { n: 0 })}>
        <p className={styles.none}>{say('csat.none')}</p>
        <p>{say('csat.noneHint')}</p>
      </Tile>
    );
  }
  return (
    <Tile
      title={say('csat.title')}
      aside={say('csat.n', { n: formats.count(n) })}
      value={formats.precise(value)}
    >
      <Range low={low} high={high} value={value} />
      <p>{say('csat.interval', { interval: formats.interval(low, high) })}</p>
      {n < FEW_ANSWERS ? <p className={styles.few}>{say('csat.few')}</p> : <p>{say('csat.meaning')}</p>}
    </Tile>
  );
}

/** The interval on the way from 0 to 100, for the eye only: the words beside it say the same. */
function Range({
  low,
  high,
  value,
}: {
  readonly low: number;
  readonly high: number;
  readonly value: number;
}) {
  return (
    <div aria-hidden="true" className={styles.track}>
      <div className={styles.band} style={{ insetInlineStart: `${low}%`, inlineSize: `${high - low}%` }} />
      <div className={styles.tick} style={{ insetInlineStart: `${value}%` }} />
    </div>
  );
}
