import type { QuestionSay, QuestionWord } from '../questionWord.ts';
import styles from './Capture.module.css';
import type { Keeping } from './useKept.ts';

interface CaptureNoteProps {
  readonly state: Keeping;
  readonly kept: QuestionWord;
  readonly say: QuestionSay;
}

/** Says what became of the file that was given. */
export function CaptureNote({ state, kept, say }: CaptureNoteProps) {
  return (
    <p role="status" lang={say.language} className={styles.what} data-state={state}>
      {state === 'kept' && say(kept)}
      {state === 'busy' && say('capture.busy')}
      {state === 'failed' && say('capture.failed')}
    </p>
  );
}
