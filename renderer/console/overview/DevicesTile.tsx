import type { OverviewDevice } from '../../../core/protocol/index.ts';
import { byUrgency } from '../devices/deviceView.ts';
import { StateBadge } from '../devices/StateBadge.tsx';
import type { Formats } from '../format/formats.ts';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './DevicesTile.module.css';
import { Tile } from './Tile.tsx';

interface DevicesTileProps {
  readonly devices: readonly OverviewDevice[];
  readonly formats: Formats;
  readonly now: number;
}

const SHOWN = 3;

/** Which devices need somebody, at first sight; all of them and the rest about them stand further down. */
export function DevicesTile({ devices, formats, now }: DevicesTileProps) {
  const { say } = useConsole();
  const rest = devices.length - SHOWN;
  return (
    <Tile
      title={say('devices.now')}
      aside={say('devices.count', { count: devices.length, n: formats.count(devices.length) })}
    >
      <ul className={styles.list}>
        {byUrgency(devices)
          .slice(0, SHOWN)
          .map((device) => (
            <li key={device.deviceId} className={styles.device}>
              <span className={styles.name}>{device.name}</span>
              <StateBadge device={device} formats={formats} now={now} />
            </li>
          ))}
      </ul>
      {rest > 0 && <p>{say('devices.others', { count: rest, n: formats.count(rest) })}</p>}
    </Tile>
  );
}
