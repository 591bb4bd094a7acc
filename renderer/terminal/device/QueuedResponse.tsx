import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useRef, useState } from 'react';
import type { Definition } from '../../../core/questionnaire/index.ts';
import type { DeviceStorage } from '../../data/deviceStorage.ts';
import { readQueued, type QueuedContents } from '../../data/outbox/inspectOutbox.ts';
import { parkQueued, retryQueued } from '../../data/outbox/moveQueued.ts';
import { Button } from '../../ui/Button.tsx';
import { Answers } from './Answers.tsx';
import { Card } from './Card.tsx';
import type { CardProps } from './cardProps.ts';
import styles from './DevicePage.module.css';
import { Facts } from './Facts.tsx';
import { formatBytes } from './formats.ts';
import { stateText } from './Queue.tsx';
import { saveResponse } from './responseFile.ts';

interface QueuedResponseProps extends Pick<CardProps, 'language' | 'say' | 'moment'> {
  readonly storage: DeviceStorage;
  readonly definition: Definition;
  readonly seq: number;
}

type Done = 'queue.parkedNow' | 'queue.retriedNow' | 'queue.failedNow';

/** One response: how it stands, what it says, and what can be done with it. */
export function QueuedResponse({ storage, definition, seq, language, say, moment }: QueuedResponseProps) {
  const contents = useLiveQuery(() => readQueued(storage, seq), [storage, seq]);
  const [done, setDone] = useState<Done>();
  const status = useRef<HTMLParagraphElement>(null);
  const news = contents === undefined ? undefined : newsOf(contents, done);
  useEffect(() => {
    // The button that was pressed is gone, or the one that had the focus.
    const isLost = done !== undefined || document.activeElement === document.body;
    if (news !== undefined && isLost) status.current?.focus();
  }, [done, news]);
  if (contents === undefined) return null;
  const { queued, row } = contents;
  const move = async (to: 'queue.parkedNow' | 'queue.retriedNow'): Promise<void> => {
    const moved = await (to === 'queue.parkedNow' ? parkQueued : retryQueued)(storage, seq);
    setDone(moved.ok ? to : 'queue.failedNow');
  };
  return (
    <>
      <div className={styles.cards}>
        <Card title={say('queue.number', { number: new Intl.NumberFormat(language).format(seq) })}>
          <Standing contents={contents} language={language} say={say} moment={moment} />
        </Card>
        <Answers row={row} definition={definition} say={say} />
      </div>
      <div className={styles.choices}>
        <p role="status" className={styles.news} ref={status} tabIndex={-1}>
          {news !== undefined && say(news)}
        </p>
        {row !== null && <Button onClick={() => saveResponse(row)}>{say('queue.export')}</Button>}
        {queued !== null && queued.parked === null && (
          <Button onClick={() => void move('queue.parkedNow')}>{say('queue.park')}</Button>
        )}
        {queued !== null && (
          <Button kind="primary" onClick={() => void move('queue.retriedNow')}>
            {say('queue.retry')}
          </Button>
        )}
      </div>
    </>
  );
}

/** What became of it last; what was done here only as long as it is still so. */
function newsOf({ queued, row }: QueuedContents, done: Done | undefined) {
  if (queued === null) return row === null ? 'queue.gone' : 'queue.accepted';
  if (done === 'queue.parkedNow' && queued.parked === null) return undefined;
  if (done === 'queue.retriedNow' && queued.parked !== null) return undefined;
  return done;
}

interface StandingProps extends Pick<CardProps, 'language' | 'say' | 'moment'> {
  readonly contents: QueuedContents;
}

function Standing({ contents: { queued, row }, language, say, moment }: StandingProps) {
  const id = row === null ? [] : [[say('queue.id'), row.responseId] as const];
  if (queued === null) {
    const since = row === null ? [] : [[say('queue.since'), moment(row.recordedAt)] as const];
    return <Facts facts={[...since, ...id]} />;
  }
  const { parked, bytes } = queued;
  const reason = parked === null ? say('queue.server') : say(`parked.${parked.reason}`);
  return (
    <Facts
      facts={[
        [say('queue.state'), stateText(queued, say)],
        [say('queue.reason'), reason],
        [say('queue.since'), moment(queued.recordedAt)],
        ...(bytes === null ? [] : [[say('queue.size'), formatBytes(bytes, language)] as const]),
        ...(parked === null ? [] : [[say('queue.next'), moment(parked.retryAt)] as const]),
        ...id,
      ]}
    />
  );
}
