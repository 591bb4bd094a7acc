import type { Definition } from '../../../core/questionnaire/index.ts';
import { isEnvelope, type Response } from '../../../core/response/index.ts';
import type { ResponseRow } from '../../data/deviceDatabase.ts';
import { Card } from './Card.tsx';
import type { CardProps } from './cardProps.ts';
import styles from './DevicePage.module.css';
import { Facts } from './Facts.tsx';
import { readAnswers } from './readAnswers.ts';
import { parsed } from './responseFile.ts';

interface AnswersProps extends Pick<CardProps, 'say'> {
  /** `null`: it can't be read. */
  readonly row: ResponseRow | null;
  readonly definition: Definition;
}

/** What one response says, in words. */
export function Answers({ row, definition, say }: AnswersProps) {
  const contents = row === null ? null : parsed(row.payload);
  if (isEnvelope(contents)) {
    return (
      <Card title={say('queue.answers')}>
        <p>{say('queue.sealed')}</p>
      </Card>
    );
  }
  const response = contents as Response | null;
  const answers = response === null ? [] : readAnswers(response, definition);
  return (
    <Card title={say('queue.answers')}>
      {response === null && <p className={styles.warning}>{say('queue.unreadable')}</p>}
      {response !== null && answers.length === 0 && <p>{say('queue.noAnswers')}</p>}
      {answers.length > 0 && <Facts facts={answers} />}
    </Card>
  );
}
