import { useId } from 'react';
import type { SyncUpload } from '../../../core/protocol/index.ts';
import type { Formats } from '../format/formats.ts';
import { useConsole } from '../settings/consoleContext.ts';
import type { SendingState } from './sending/useSending.ts';
import styles from './UploadProgress.module.css';

interface UploadProgressProps {
  readonly upload: SyncUpload;
  /** Whether this page is sending it. */
  readonly state: SendingState | undefined;
  readonly formats: Formats;
}

/** How far it is, as bytes tell; nothing where a person has the next word. */
export function UploadProgress({ upload, state, formats }: UploadProgressProps) {
  const { say } = useConsole();
  const id = useId();
  const { phase, bytes, offset, readBytes, failed } = upload;
  if (phase === 'done') return null;
  if (phase === 'ready') return failed ? <p className={styles.failed}>{say('sync.failed')}</p> : null;
  const done = phase === 'receiving' ? offset : readBytes;
  const share = formats.share(Math.floor((100 * done) / bytes));
  return (
    <div className={styles.progress} data-stands={phase === 'receiving' && state !== 'sending'}>
      <label htmlFor={id} className={styles.what}>
        {phase === 'receiving' && say(`sync.${state ?? 'brokenOff'}`)}
        {phase === 'looking' && say('sync.looking')}
        {phase === 'merging' && say('sync.merging')}
      </label>
      <span className={styles.share}>{share}</span>
      <progress id={id} value={done} max={bytes} className={styles.bar} />
    </div>
  );
}
