import type { TerminalSay } from '../../i18n/terminal/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Frame } from '../frame/Frame.tsx';
import { Heading } from '../frame/Heading.tsx';
import { Words } from '../frame/Words.tsx';
import type { KioskEvent } from '../kiosk/kiosk.ts';
import styles from './ThanksScreen.module.css';

interface ThanksScreenProps {
  readonly place: string;
  readonly say: TerminalSay;
  readonly send: (event: KioskEvent) => void;
}

/** Shown only once the response is durable, and nothing of it is on the screen any more. */
export function ThanksScreen({ place, say, send }: ThanksScreenProps) {
  return (
    <Frame
      place={place}
      footer={
        <>
          <span className={styles.track}>
            <span className={styles.rest} />
          </span>
          <Button
            lang={say.language}
            kind="secondary"
            className={styles.done}
            onClick={() => send({ type: 'leave' })}
          >
            {say('done')}
          </Button>
        </>
      }
    >
      <div className={styles.thanks}>
        <svg className={styles.kept} viewBox="0 0 120 120" aria-hidden="true" focusable="false">
          <circle cx="60" cy="60" r="60" />
          <path pathLength="1" d="M36 62 53 79 86 43" />
        </svg>
        <Heading text={say('thanks')} lang={say.language} takesFocus />
        <p className={styles.text} role="status">
          <Words say={say} text="thanksKept" />
        </p>
      </div>
    </Frame>
  );
}
