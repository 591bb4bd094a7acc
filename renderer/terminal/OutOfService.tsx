import type { TerminalSay } from '../i18n/terminal/index.ts';
import { Button } from '../ui/Button.tsx';
import { Frame } from './frame/Frame.tsx';
import { Heading } from './frame/Heading.tsx';
import styles from './OutOfService.module.css';

interface OutOfServiceProps {
  readonly say: TerminalSay;
  /** For whoever repairs it; never an answer. */
  readonly detail: string;
  readonly onReload?: () => void;
}

const reload = (): void => location.reload();

/** Something in the app or in the survey is broken: nothing can be asked, and nothing given before is touched. */
export function OutOfService({ say, detail, onReload = reload }: OutOfServiceProps) {
  return (
    <Frame
      place="Earshot"
      footer={
        <Button kind="secondary" onClick={onReload}>
          {say('reload')}
        </Button>
      }
    >
      <div className={styles.words} role="alert">
        <Heading text={say('outOfService')} takesFocus={false} />
        <p className={styles.why}>{say('outOfServiceWhy')}</p>
        <p className={styles.detail}>{detail}</p>
      </div>
    </Frame>
  );
}
