import type { OverviewDevice } from '../../../core/protocol/index.ts';
import type { Formats } from '../format/formats.ts';
import { addressOfDevice } from '../frame/useScreen.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { DevicePin } from './DevicePin.tsx';
import styles from './DevicesCard.module.css';
import { stateHint } from './deviceView.ts';
import { Moment } from './Moment.tsx';
import { StateBadge } from './StateBadge.tsx';

interface DeviceRowProps {
  readonly device: OverviewDevice;
  readonly formats: Formats;
  readonly now: number;
}

export function DeviceRow({ device, formats, now }: DeviceRowProps) {
  const { say } = useConsole();
  const { deviceId, name, pin, waiting, parked, lastContactAt, lastResponseAt } = device;
  return (
    <tr role="row">
      <th role="rowheader" scope="row" className={styles.name}>
        <a href={addressOfDevice(deviceId)}>{name}</a>
        <DevicePin pin={pin} deviceName={name} />
      </th>
      <td role="cell" className={styles.state}>
        <StateBadge device={device} formats={formats} now={now} />
        <span className={styles.hint}>{say(stateHint(device))}</span>
      </td>
      <td role="cell" className={`${styles.number} ${styles.waiting}`} data-label={say('devices.waiting')}>
        <span className={waiting > 0 ? styles.some : styles.quiet}>{formats.count(waiting)}</span>
        {parked > 0 && (
          <span className={styles.hint}>
            {say('devices.parked', { count: parked, n: formats.count(parked) })}
          </span>
        )}
      </td>
      <td role="cell" data-label={say('devices.contact')}>
        <Moment at={lastContactAt} formats={formats} now={now} />
      </td>
      <td role="cell" data-label={say('devices.response')}>
        <Moment at={lastResponseAt} formats={formats} now={now} />
      </td>
    </tr>
  );
}
