import type { EnrolledDevice } from '../../data/readEnrolment.ts';
import { APP_VERSION } from '../../platform/appVersion.ts';
import { Card } from './Card.tsx';
import type { CardProps } from './cardProps.ts';
import { Facts } from './Facts.tsx';
import { SAME_CLOCK, formatDuration } from './formats.ts';

export function Identity({
  device,
  status,
  language,
  say,
  moment,
}: CardProps & { readonly device: EnrolledDevice }) {
  const { enrolment, touchpoint, survey } = device;
  const { commissioned } = status;
  const isReady = commissioned?.deviceId === enrolment.deviceId;
  const version = say('device.version', { version: survey.questionnaireVersion });
  return (
    <Card title={say('device.title')}>
      <Facts
        facts={[
          [say('device.touchpoint'), touchpoint.name],
          [say('device.survey'), `${survey.questionnaireId}, ${version}`],
          [say('device.clock'), clockText(status.sync.clockOffset, language, say)],
          ...(isReady
            ? [[say('ready.since'), say('ready.sinceTime', { time: moment(commissioned.at) })] as const]
            : []),
          [say('device.app'), APP_VERSION],
          [say('device.id'), enrolment.deviceId],
        ]}
      />
    </Card>
  );
}

/** `offset`: the server's clock minus ours, in milliseconds. */
function clockText(offset: number | null, language: string, say: CardProps['say']): string {
  if (offset === null) return say('device.clockUnknown');
  if (Math.abs(offset) < SAME_CLOCK) return say('device.clockRight');
  const duration = formatDuration(Math.abs(offset), language);
  return say(offset < 0 ? 'device.clockFast' : 'device.clockSlow', { duration });
}
