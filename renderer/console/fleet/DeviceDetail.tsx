import { stateHint } from '../devices/deviceView.ts';
import { StateBadge } from '../devices/StateBadge.tsx';
import type { Formats } from '../format/formats.ts';
import { Card } from '../frame/Card.tsx';
import { useConsole } from '../settings/consoleContext.ts';
import { Arrived } from './Arrived.tsx';
import styles from './DeviceDetail.module.css';
import { DeviceFacts } from './DeviceFacts.tsx';
import { Revocation } from './Revocation.tsx';
import { isGrave, type Shown } from './troubles.ts';
import { troubleName, troubleWhy } from './troubleWords.ts';

interface DeviceDetailProps {
  readonly shown: Shown;
  readonly formats: Formats;
  readonly now: number;
}

/** One device in full: how it is, what is the matter and what to do, what has come of it, and the way to shut it out. */
export function DeviceDetail({ shown, formats, now }: DeviceDetailProps) {
  const { say } = useConsole();
  const { device } = shown;
  const revoked = device.revokedAt !== null;
  const address = `#${new URLSearchParams({ touchpoint: device.touchpointId }).toString()}`;
  return (
    <Card title={device.name} aside={<a href={address}>{device.touchpointName}</a>} className={styles.panel}>
      <p className={styles.state}>
        <StateBadge
          device={device}
          revoked={revoked}
          troubled={shown.troubles.some(isGrave)}
          formats={formats}
          now={now}
        />
        <span>{say(revoked ? 'state.revoked.hint' : stateHint(device))}</span>
      </p>
      <TroubleNotes shown={shown} formats={formats} />
      <Arrived shown={shown} formats={formats} />
      <DeviceFacts shown={shown} formats={formats} now={now} />
      <Revocation device={device} formats={formats} />
    </Card>
  );
}

function TroubleNotes({ shown, formats }: Pick<DeviceDetailProps, 'shown' | 'formats'>) {
  const { say } = useConsole();
  if (shown.troubles.length === 0) return null;
  return (
    <ul className={styles.troubles}>
      {shown.troubles.map((trouble) => (
        <li key={trouble.kind} data-grave={isGrave(trouble)}>
          <p className={styles.trouble}>{troubleName(say, formats, trouble)}</p>
          <p>{troubleWhy(say, formats, trouble, shown)}</p>
          <p className={styles.todo}>{say(`trouble.${trouble.kind}.do`)}</p>
        </li>
      ))}
    </ul>
  );
}
