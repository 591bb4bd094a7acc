import type { PublishReply, TouchpointList } from '../../../../core/protocol/index.ts';
import { useConsole } from '../../settings/consoleContext.ts';
import styles from './Published.module.css';

interface PublishedProps {
  readonly published: PublishReply;
  readonly touchpoints: TouchpointList['touchpoints'];
}

/** What has become of it, and the way to where it runs. */
export function Published({ published: { version, touchpointIds }, touchpoints }: PublishedProps) {
  const { say } = useConsole();
  const places = touchpoints.filter(({ touchpointId }) => touchpointIds.includes(touchpointId));
  return (
    <div role="status" className={styles.note}>
      <p className={styles.title}>{say('publish.done', { version })}</p>
      <p>{say('publish.doneHint')}</p>
      {places.map(({ touchpointId, name }) => (
        <a key={touchpointId} href={`#${new URLSearchParams({ touchpoint: touchpointId }).toString()}`}>
          {say('publish.openTouchpoint', { name })}
        </a>
      ))}
    </div>
  );
}
