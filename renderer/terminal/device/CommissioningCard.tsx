import type { EnrolledDevice } from '../../data/readEnrolment.ts';
import { Card } from './Card.tsx';
import type { CardProps } from './cardProps.ts';
import styles from './DevicePage.module.css';
import { Facts } from './Facts.tsx';
import { useOfflineStart } from './useOfflineStart.ts';

/** Until the terminal has been started without the server and found everything again: what is missing, and what to do. */
export function CommissioningCard({
  device,
  status: { commissioned, copy },
  say,
}: CardProps & { readonly device: EnrolledDevice }) {
  const startsOffline = useOfflineStart();
  if (commissioned?.deviceId === device.enrolment.deviceId) return null;
  const found = (there: boolean): string => say(there ? 'ready.found' : 'ready.notYet');
  return (
    <Card title={say('ready.title')}>
      <p className={styles.warning}>{say('ready.do')}</p>
      <Facts
        facts={[
          [say('ready.app'), found(startsOffline !== false)],
          [say('ready.copy'), found(copy?.state === 'kept')],
          [say('ready.start'), found(false)],
        ]}
      />
    </Card>
  );
}
