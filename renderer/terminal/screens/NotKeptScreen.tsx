import type { TerminalSay } from '../../i18n/terminal/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Frame } from '../frame/Frame.tsx';
import { Heading } from '../frame/Heading.tsx';
import { Words } from '../frame/Words.tsx';
import type { KioskEvent } from '../kiosk/kiosk.ts';
import styles from './NotKeptScreen.module.css';

interface NotKeptScreenProps {
  readonly place: string;
  readonly reason: 'full' | 'other';
  readonly say: TerminalSay;
  readonly send: (event: KioskEvent) => void;
}

/** The storage failed. The answers stay in memory, unseen, until they are stored; nobody else is asked before. */
export function NotKeptScreen({ place, reason, say, send }: NotKeptScreenProps) {
  return (
    <Frame
      place={place}
      footer={
        <Button
          lang={say.language}
          kind="primary"
          className={styles.again}
          onClick={() => send({ type: 'retry' })}
        >
          {say('tryAgain')}
        </Button>
      }
    >
      <div className={styles.notKept} role="alert">
        <svg className={styles.sign} viewBox="0 0 120 120" aria-hidden="true" focusable="false">
          <circle cx="60" cy="60" r="60" />
          <path d="M60 32V68M60 86V87" />
        </svg>
        <Heading text={say('notKept')} lang={say.language} takesFocus />
        <p className={styles.text}>
          <Words say={say} text={`notKeptWhy.${reason}`} /> <Words say={say} text="notKeptSafe" />
        </p>
        <p className={styles.what}>
          <Words say={say} text="notKeptDo" />
        </p>
      </div>
    </Frame>
  );
}
