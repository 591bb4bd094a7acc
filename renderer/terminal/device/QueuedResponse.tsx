import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { Definition } from '../../../core/questionnaire/index.ts';
import type { Response } from '../../../core/response/index.ts';
import type { DeviceStorage } from '../../data/deviceStorage.ts';
import { readQueued, type QueuedContents } from '../../data/outbox/inspectOutbox.ts';
import { parkQueued, retryQueued } from '../../data/outbox/moveQueued.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from './Card.tsx';
import type { CardProps } from './cardProps.ts';
import styles from './DevicePage.module.css';
import { exportResponse } from './exportResponse.ts';
import { Facts } from './Facts.tsx';
import { formatBytes, formatMoment } from './formats.ts';
import { stateText } from './Queue.tsx';
import { readAnswers } from './readAnswers.ts';

interface QueuedResponseProps extends Pick<CardProps, 'language' | 'say'> {
  readonly storage: DeviceStorage;
  readonly definition: Definition;
  readonly seq: number;
}

/** One response: how it stands, what it says, and what can be done with it. */
export function QueuedResponse({ storage, definition, seq, language, say }: QueuedResponseProps) {
  const contents = useLiveQuery(() => readQueued(storage, seq), [storage, seq]);
  const [done, setDone] = useState<'queue.parkedNow' | 'queue.retriedNow' | 'queue.failedNow'>();
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
          {queued === null ? (
            <p>{say('queue.gone')}</p>
          ) : (
            <Standing contents={contents} language={language} say={say} />
          )}
        </Card>
        <Card title={say('queue.answers')}>
          {row === null ? (
            <p className={styles.warning}>{say('queue.unreadable')}</p>
          ) : (
            <Answers payload={row.payload} definition={definition} say={say} />
          )}
        </Card>
      </div>
      <div className={styles.choices}>
        {row !== null && <Button onClick={() => exportResponse(row)}>{say('queue.export')}</Button>}
        {queued !== null && queued.parked === null && (
          <Button onClick={() => void move('queue.parkedNow')}>{say('queue.park')}</Button>
        )}
        {queued !== null && (
          <Button kind="primary" onClick={() => void move('queue.retriedNow')}>
            {say('queue.retry')}
          </Button>
        )}
        <p role="status" className={styles.asked}>
          {done !== undefined && say(done)}
        </p>
      </div>
    </>
  );
}

interface StandingProps extends Pick<CardProps, 'language' | 'say'> {
  readonly contents: QueuedContents;
}

function Standing({ contents: { queued, row }, language, say }: StandingProps) {
  if (queued === null) return null;
  const { parked } = queued;
  const reason = parked === null ? say('queue.server') : say(`parked.${parked.reason}`);
  return (
    <Facts
      facts={[
        [say('queue.state'), stateText(queued, say)],
        [say('queue.reason'), reason],
        [say('queue.since'), formatMoment(queued.recordedAt, language)],
        [say('queue.size'), formatBytes(queued.characters, language)],
        ...(parked === null ? [] : [[say('queue.next'), formatMoment(parked.retryAt, language)] as const]),
        ...(row === null ? [] : [[say('queue.id'), row.responseId] as const]),
      ]}
    />
  );
}

interface AnswersProps extends Pick<CardProps, 'say'> {
  readonly payload: string;
  readonly definition: Definition;
}

function Answers({ payload, definition, say }: AnswersProps) {
  const answers = readAnswers(JSON.parse(payload) as Response, definition);
  return answers.length === 0 ? <p>{say('queue.noAnswers')}</p> : <Facts facts={answers} />;
}
