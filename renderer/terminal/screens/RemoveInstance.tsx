import { use } from 'react';
import type { QuestionWords } from '../../questions/questionProps.ts';
import { Button } from '../../ui/Button.tsx';
import type { KioskEvent } from '../kiosk/kiosk.ts';
import styles from './RepeatScreen.module.css';

interface RemoveInstanceProps {
  readonly path: string;
  readonly words: QuestionWords;
  readonly send: (event: KioskEvent) => void;
}

/** The way back from one too many. */
export function RemoveInstance({ path, words, send }: RemoveInstanceProps) {
  const say = use(words.later);
  return (
    <Button
      lang={say.language}
      kind="quiet"
      className={styles.remove}
      onClick={() => send({ type: 'removeRepeat', path })}
    >
      {say('repeat.remove')}
    </Button>
  );
}
