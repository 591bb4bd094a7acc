import { Button, Skeleton, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import type { NewEnrolment } from '../../../core/protocol/index.ts';
import type { Formats } from '../format/formats.ts';
import { ProblemNote } from '../people/ProblemNote.tsx';
import { refusalOf } from '../server/refusedRequest.ts';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './NewTerminal.module.css';
import { QrCode } from './QrCode.tsx';

interface NewTerminalProps {
  readonly enrolment: NewEnrolment | undefined;
  readonly failure: Error | null;
  readonly formats: Formats;
  readonly now: number;
  readonly onAnother: () => void;
}

/** The link that turns a device into a terminal, to scan or to copy, and how long it holds. */
export function NewTerminal({ enrolment, failure, formats, now, onAnother }: NewTerminalProps) {
  const { say } = useConsole();
  if (failure !== null || (enrolment !== undefined && enrolment.expiresAt <= now)) {
    return (
      <div className={styles.steps}>
        {failure === null ? <p>{say('enrol.expired')}</p> : <ProblemNote refusal={refusalOf(failure)} />}
        <Button onClick={onAnother}>{say('enrol.another')}</Button>
      </div>
    );
  }
  return (
    <div className={styles.steps}>
      <p className={styles.lead}>{say('enrol.lead')}</p>
      {enrolment === undefined ? (
        <Skeleton aria-label={say('enrol.making')} height="19rem" radius="lg" />
      ) : (
        <>
          <QrCode svg={enrolment.qrSvg} label={say('enrol.qr')} />
          <LinkToCopy link={enrolment.link} />
          <p className={styles.until}>
            {say('enrol.until', { time: formats.dayAndClock(enrolment.expiresAt) })}
          </p>
        </>
      )}
    </div>
  );
}

function LinkToCopy({ link }: { readonly link: string }) {
  const { say } = useConsole();
  const { copy, copied, error } = useClipboard({ timeout: 4_000 });
  return (
    <div className={styles.link}>
      <TextInput
        label={say('enrol.link')}
        value={link}
        readOnly
        className={styles.address ?? ''}
        error={error === null ? undefined : say('enrol.copyFailed')}
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button onClick={() => copy(link)} data-autofocus>
        <span aria-live="polite">{copied ? say('enrol.copied') : say('enrol.copy')}</span>
      </Button>
    </div>
  );
}
