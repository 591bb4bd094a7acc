import type { OverviewDevice } from '../../../core/protocol/index.ts';
import type { Formats } from '../format/formats.ts';
import { Card } from '../frame/Card.tsx';
import table from '../frame/Table.module.css';
import { useConsole } from '../settings/consoleContext.ts';
import { DeviceRow } from './DeviceRow.tsx';
import styles from './DevicesCard.module.css';
import { byUrgency } from './deviceView.ts';

interface DevicesCardProps {
  readonly devices: readonly OverviewDevice[];
  readonly formats: Formats;
  readonly now: number;
}

/** Which devices listen, which are out of contact, and what they still hold. */
export function DevicesCard({ devices, formats, now }: DevicesCardProps) {
  const { say } = useConsole();
  return (
    <Card
      title={say('devices.title')}
      aside={say('devices.count', { count: devices.length, n: formats.count(devices.length) })}
    >
      <table role="table" className={`${table.table} ${styles.table}`}>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">
              {say('devices.name')}
            </th>
            <th role="columnheader" scope="col">
              {say('devices.state')}
            </th>
            <th role="columnheader" scope="col" className={styles.number}>
              {say('devices.waiting')}
            </th>
            <th role="columnheader" scope="col">
              {say('devices.contact')}
            </th>
            <th role="columnheader" scope="col">
              {say('devices.response')}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {byUrgency(devices).map((device) => (
            <DeviceRow key={device.deviceId} device={device} formats={formats} now={now} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}
