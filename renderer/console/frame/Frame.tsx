import type { ReactNode } from 'react';
import type { Session } from '../../../core/protocol/index.ts';
import { Mark } from '../../ui/Mark.tsx';
import { useConsole } from '../settings/consoleContext.ts';
import { AccountMenu } from './AccountMenu.tsx';
import styles from './Frame.module.css';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { InboxBadge } from './InboxBadge.tsx';
import {
  DEVICES_ADDRESS,
  SURVEYS_ADDRESS,
  SYNC_FILES_ADDRESS,
  addressOfInbox,
  type ScreenName,
} from './useScreen.ts';

interface FrameProps {
  readonly session: Session;
  readonly screen: ScreenName;
  readonly overviewAddress: string;
  readonly children: ReactNode;
}

const MAIN = 'main';

/** What stays while screens change: where one can go, and who one is. A column at the side, or a bar on narrow screens. */
export function Frame({ session, screen, overviewAddress, children }: FrameProps) {
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
          <NavLink address={overviewAddress} here={screen === 'overview'}>
            {say('nav.overview')}
          </NavLink>
          <NavLink address={SURVEYS_ADDRESS} here={screen === 'surveys' || screen === 'keys'}>
            {say('nav.surveys')}
          </NavLink>
          <NavLink address={DEVICES_ADDRESS} here={screen === 'devices'}>
            {say('nav.devices')}
          </NavLink>
          <NavLink address={SYNC_FILES_ADDRESS} here={screen === 'syncFiles'}>
            {say('nav.syncFiles')}
          </NavLink>
          <NavLink address={addressOfInbox('waiting')} here={screen === 'inbox'}>
            {say('nav.inbox')}
            <InboxBadge />
          </NavLink>
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

interface NavLinkProps {
  readonly address: string;
  readonly here: boolean;
  readonly children: ReactNode;
}

const NavLink = ({ address, here, children }: NavLinkProps) => (
  <a href={address} aria-current={here ? 'page' : undefined} className={styles.link}>
    {children}
  </a>
);

/** The address keeps naming the touchpoint: only the focus moves. */
function skipTo(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById(MAIN)?.focus();
}
