import type { OverviewDevice } from '../../../core/protocol/index.ts';
import type { Formats } from '../format/formats.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { DevicePin } from './DevicePin.tsx';
import styles from './DevicesCard.module.css';
import { StateBadge } from './StateBadge.tsx';

interface DeviceRowProps {
  readonly device: OverviewDevice;
  readonly formats: Formats;
  readonly now: number;
}

export function DeviceRow({ device, formats, now }: DeviceRowProps) {
  const { say } = useConsole();
  const { name, pin, state, waiting, parked, lastContactAt, lastResponseAt } = device;
  return (
    <tr role="row">
      <th role="rowheader" scope="row" className={styles.name}>
        {name}
        <DevicePin pin={pin} deviceName={name} />
      </th>
      <td role="cell" className={styles.state}>
        <StateBadge device={device} formats={formats} now={now} />
        <span className={styles.hint}>{say(`state.${state}.hint`)}</span>
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

interface MomentProps {
  readonly at: number | null;
  readonly formats: Formats;
  readonly now: number;
}

const DAY = 86_400_000;

/** How long ago, and the clock beside it: the one for a glance, the other for a telephone call about it. */
function Moment({ at, formats, now }: MomentProps) {
  const { say } = useConsole();
  if (at === null) return <span className={styles.quiet}>{say('devices.never')}</span>;
  return (
    <time dateTime={new Date(at).toISOString()}>
      <span>{formats.ago(at, now)}</span>
      <span className={styles.hint}>{now - at < DAY ? formats.clock(at) : formats.dayAndClock(at)}</span>
    </time>
  );
}
