import { DevicePin } from '../devices/DevicePin.tsx';
import type { Formats } from '../format/formats.ts';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './DeviceDetail.module.css';
import { sizeText } from './sizeText.ts';
import type { Shown } from './troubles.ts';
import { clockText } from './troubleWords.ts';

interface DeviceFactsProps {
  readonly shown: Shown;
  readonly formats: Formats;
  readonly now: number;
}

/** What the device said of itself when it was last heard of. */
export function DeviceFacts({ shown, formats, now }: DeviceFactsProps) {
  const { say } = useConsole();
  const { device, health } = shown;
  const { lastContactAt, lastResponseAt, heldVersion, currentVersion } = device;
  const since = (at: number | null): string =>
    at === null
      ? say('devices.never')
      : say('fleet.agoAt', { ago: formats.ago(at, now), time: formats.dayAndClock(at) });
  return (
    <dl className={styles.facts}>
      <dt>{say('devices.contact')}</dt>
      <dd>{since(lastContactAt)}</dd>
      <dt>{say('devices.response')}</dt>
      <dd>{since(lastResponseAt)}</dd>
      <dt>{say('devices.waiting')}</dt>
      <dd>
        {health.waiting > 0 && health.oldestWaitingAt !== null
          ? say('fleet.waitingSince', {
              n: formats.count(health.waiting),
              ago: formats.ago(health.oldestWaitingAt, now),
            })
          : formats.count(health.waiting)}
      </dd>
      <dt>{say('fleet.clock')}</dt>
      <dd>{lastContactAt === null ? <Unknown /> : clockText(say, formats, device.clockOffset)}</dd>
      <dt>{say('fleet.questionnaire')}</dt>
      <dd>
        {heldVersion === null ? <Unknown /> : say('fleet.version', { version: heldVersion })}
        {heldVersion !== null && heldVersion !== currentVersion && (
          <> ({say('fleet.newerVersion', { version: currentVersion })})</>
        )}
      </dd>
      <dt>{say('fleet.app')}</dt>
      <dd>{health.appVersion ?? <Unknown />}</dd>
      <dt>{say('fleet.storage')}</dt>
      <dd>
        <Storage shown={shown} />
      </dd>
      <dt>{say('fleet.devicePage')}</dt>
      <dd>
        <DevicePin pin={device.pin} deviceName={device.name} />
      </dd>
      <dt>{say('fleet.enrolled')}</dt>
      <dd>{formats.dayAndClock(device.enrolledAt)}</dd>
    </dl>
  );
}

function Unknown() {
  const { say } = useConsole();
  return <span className={styles.quiet}>{say('fleet.unknown')}</span>;
}

/** How full it is, and whether the browser might clear it by itself. */
function Storage({ shown: { health } }: { readonly shown: Shown }) {
  const { say, language } = useConsole();
  const { usedBytes, quotaBytes, persisted } = health;
  const size = (bytes: number): string => sizeText(language, bytes);
  const parts = [
    ...(usedBytes === null || quotaBytes === null
      ? []
      : [say('fleet.storageUsed', { used: size(usedBytes), quota: size(quotaBytes) })]),
    ...(persisted === false ? [say('fleet.storageUnprotected')] : []),
  ];
  return parts.length === 0 ? <Unknown /> : parts.join('; ');
}
