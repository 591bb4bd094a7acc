import { use } from 'react';
import type { Screen } from '../../../core/questionnaire/index.ts';
import type { QuestionWords } from '../../questions/questionProps.ts';
import { Button } from '../../ui/Button.tsx';
import { Heading } from '../frame/Heading.tsx';
import type { KioskEvent } from '../kiosk/kiosk.ts';
import styles from './RepeatScreen.module.css';

interface RepeatScreenProps {
  readonly screen: Extract<Screen, { kind: 'repeat' }>;
  readonly words: QuestionWords;
  readonly takesFocus: boolean;
  readonly send: (event: KioskEvent) => void;
}

/** Behind the last of what a repeat asks about: one more, or on. */
export function RepeatScreen({ screen, words, takesFocus, send }: RepeatScreenProps) {
  const say = use(words.later);
  const { label: name, count, path } = screen;
  const any = count > 0;
  const text =
    name === ''
      ? say(any ? 'repeat.another' : 'repeat.first')
      : say(any ? 'repeat.anotherOf' : 'repeat.firstOf', { name });
  return (
    <section className={styles.repeat}>
      <Heading text={text} takesFocus={takesFocus} {...(name === '' && { lang: say.language })} />
      {any && (
        <p className={styles.count} lang={say.language}>
          {say('repeat.count', { entries: count })}
        </p>
      )}
      <div className={styles.ways} lang={say.language}>
        <Button className={styles.way} data-value="add" onClick={() => send({ type: 'addRepeat', path })}>
          {say(any ? 'repeat.add' : 'repeat.addFirst')}
        </Button>
        <Button kind="primary" className={styles.way} data-value="on" onClick={() => send({ type: 'next' })}>
          {say('repeat.goOn')}
        </Button>
      </div>
    </section>
  );
}
