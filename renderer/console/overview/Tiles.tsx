import type { Overview } from '../../../core/protocol/index.ts';
import type { Formats } from '../format/formats.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { CsatTile } from './CsatTile.tsx';
import { DevicesTile } from './DevicesTile.tsx';
import { ResponsesTile } from './ResponsesTile.tsx';
import { Tile } from './Tile.tsx';
import styles from './Tiles.module.css';
import { WaitingTile } from './WaitingTile.tsx';

interface TilesProps {
  readonly overview: Overview;
  readonly formats: Formats;
  readonly now: number;
}

/** The day in numbers, and the devices behind them; one more only where something lies in quarantine. */
export function Tiles({ overview, formats, now }: TilesProps) {
  const { say } = useConsole();
  const { csat, devices, quarantined, rated } = overview;
  return (
    <div className={styles.tiles}>
      {rated && <CsatTile csat={csat} formats={formats} />}
      <ResponsesTile overview={overview} formats={formats} now={now} />
      <WaitingTile devices={devices} formats={formats} />
      {devices.length > 0 && <DevicesTile devices={devices} formats={formats} now={now} />}
      {quarantined > 0 && (
        <Tile title={say('kept.title')} value={formats.count(quarantined)} urgent>
          <p>{say('kept.hint')}</p>
        </Tile>
      )}
    </div>
  );
}
