import type { OverviewDevice } from '../../../core/protocol/index.ts';
import type { Formats } from '../format/formats.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { stateSince, type DeviceState } from './deviceView.ts';
import styles from './StateBadge.module.css';

/** Each state has a sign of its own shape, so that none is told by colour alone. */
const SIGNS: Readonly<Record<DeviceState, string>> = {
  well: 'M3.5 8.5 6.5 11.5 12.5 5',
  late: 'M8 2.2A5.8 5.8 0 1 1 8 13.8 5.8 5.8 0 0 1 8 2.2M8 5V8.4L10.2 9.8',
  offline: 'M4 4 12 12M12 4 4 12',
  silent: 'M3.5 8H12.5',
  new: 'M8 3.5V12.5M3.5 8H12.5',
};

interface StateBadgeProps {
  readonly device: OverviewDevice;
  readonly formats: Formats;
  readonly now: number;
}

export function StateBadge({ device, formats, now }: StateBadgeProps) {
  const { say } = useConsole();
  const since = stateSince(device, now);
  const state = say(`state.${device.state}`);
  return (
    <span className={styles.badge} data-state={device.state}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false" className={styles.sign}>
        <path d={SIGNS[device.state]} />
      </svg>
      {since === null ? state : say('state.for', { state, duration: formats.duration(since) })}
    </span>
  );
}
