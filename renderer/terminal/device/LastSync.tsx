import type { SyncProblem } from '../../data/syncStatus.ts';
import type { DeviceSay } from '../../i18n/device/index.ts';
import { Card } from './Card.tsx';
import type { CardProps } from './cardProps.ts';
import styles from './DevicePage.module.css';
import { Facts } from './Facts.tsx';

export function LastSync({ status, say, moment }: CardProps) {
  const { contactAt, acknowledgedAt, problem, stopped, revoked = false } = status.sync;
  const momentOr = (at: number | null): string => (at === null ? say('sync.never') : moment(at));
  return (
    <Card title={say('sync.title')}>
      <Facts
        facts={[
          [say('sync.contact'), momentOr(contactAt)],
          [say('sync.acknowledged'), momentOr(acknowledgedAt)],
        ]}
      />
      {revoked && <p className={styles.warning}>{say('sync.revoked')}</p>}
      {problem !== null && (
        <div className={styles.warning}>
          <p>{problemText(problem, say)}</p>
          {stopped && <p>{say('sync.stopped')}</p>}
          <p className={styles.small}>{say('problem.at', { time: moment(problem.at) })}</p>
        </div>
      )}
    </Card>
  );
}

function problemText({ kind }: SyncProblem, say: DeviceSay): string {
  switch (kind) {
    case 'unreachable':
    case 'timedOut':
    case 'notOurServer':
    case 'storage':
    case 'device_unknown':
    case 'unavailable':
    case 'too_many_requests':
    case 'batch_too_large':
    case 'internal':
      return say(`problem.${kind}`);
    default:
      return say('problem.other', { code: kind });
  }
}
