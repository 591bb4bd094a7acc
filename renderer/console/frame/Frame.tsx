import type { ReactNode } from 'react';
import type { Session } from '../../../core/protocol/index.ts';
import { Mark } from '../../ui/Mark.tsx';
import { useConsole } from '../settings/consoleContext.ts';
import { AccountMenu } from './AccountMenu.tsx';
import styles from './Frame.module.css';
import { LanguageSwitch } from './LanguageSwitch.tsx';

interface FrameProps {
  readonly session: Session;
  readonly children: ReactNode;
}

const MAIN = 'main';

/** What stays while screens change: where one can go, and who one is. A column at the side, or a bar on narrow screens. */
export function Frame({ session, children }: FrameProps) {
  const { say } = useConsole();
  return (
    <div className={styles.frame}>
      <a href={`#${MAIN}`} className={styles.skip} onClick={skipTo}>
        {say('skip')}
      </a>
      <header className={styles.side}>
        <span className={styles.brand}>
          <Mark className={styles.mark} />
          {say('product')}
        </span>
        <nav aria-label={say('navigation')} className={styles.nav}>
          <a href="#" aria-current="page" className={styles.link} onClick={(event) => event.preventDefault()}>
            {say('nav.overview')}
          </a>
        </nav>
        <div className={styles.person}>
          <LanguageSwitch />
          <AccountMenu session={session} />
        </div>
      </header>
      <main id={MAIN} tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  );
}

/** The address keeps naming the touchpoint: only the focus moves. */
function skipTo(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById(MAIN)?.focus();
}
