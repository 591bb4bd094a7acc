import { Moment } from '../devices/Moment.tsx';
import { StateBadge } from '../devices/StateBadge.tsx';
import type { Formats } from '../format/formats.ts';
import { ColumnHeads } from '../frame/ColumnHeads.tsx';
import table from '../frame/Table.module.css';
import { addressOfDevice } from '../frame/useScreen.ts';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './FleetTable.module.css';
import { isGrave, type Shown } from './troubles.ts';
import { troubleName } from './troubleWords.ts';

interface FleetTableProps {
  readonly fleet: readonly Shown[];
  readonly chosenId: string;
  readonly formats: Formats;
  readonly now: number;
}

const COLUMNS = [
  'devices.name',
  'devices.state',
  'devices.contact',
  'devices.waiting',
  'fleet.received',
] as const;

/** A device in a row: what is the matter with it in words, when it was last heard of, what it holds and what has come of it. */
export function FleetTable({ fleet, chosenId, formats, now }: FleetTableProps) {
  const { say } = useConsole();
  return (
    <table role="table" className={`${table.table} ${styles.table}`}>
      <ColumnHeads heads={COLUMNS.map((column) => say(column))} />
      <tbody role="rowgroup">
        {fleet.map((shown) => (
          <FleetRow
            key={shown.device.deviceId}
            shown={shown}
            chosen={shown.device.deviceId === chosenId}
            formats={formats}
            now={now}
          />
        ))}
      </tbody>
    </table>
  );
}

interface FleetRowProps {
  readonly shown: Shown;
  readonly chosen: boolean;
  readonly formats: Formats;
  readonly now: number;
}

function FleetRow({ shown, chosen, formats, now }: FleetRowProps) {
  const { say } = useConsole();
  const { device, health, troubles, received } = shown;
  return (
    <tr role="row" data-chosen={chosen} className={styles.row}>
      <th role="rowheader" scope="row" className={styles.name}>
        <a href={addressOfDevice(device.deviceId)} aria-current={chosen ? 'true' : undefined}>
          {device.name}
        </a>
        <span className={styles.hint}>{device.touchpointName}</span>
      </th>
      <td role="cell">
        <StateBadge
          device={device}
          revoked={device.revokedAt !== null}
          troubled={troubles.some(isGrave)}
          formats={formats}
          now={now}
        />
        {troubles.map((trouble) => (
          <span key={trouble.kind} className={styles.trouble} data-grave={isGrave(trouble)}>
            {troubleName(say, formats, trouble)}
          </span>
        ))}
      </td>
      <td role="cell" data-label={say('devices.contact')} className={styles.moment}>
        <Moment at={device.lastContactAt} formats={formats} now={now} />
      </td>
      <td role="cell" data-label={say('devices.waiting')} className={styles.number}>
        {formats.count(health.waiting)}
      </td>
      <td role="cell" data-label={say('fleet.received')} className={styles.number}>
        {formats.count(received)}
      </td>
    </tr>
  );
}
