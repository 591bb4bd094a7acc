import type { ReactNode } from 'react';
import { Face } from '../../ui/Face.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { LanguageSwitch } from '../frame/LanguageSwitch.tsx';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './EntranceFrame.module.css';

interface EntranceFrameProps {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

/** The door of the console: one form, the product's sign and the five faces that it is all about. */
export function EntranceFrame({ title, lead, children }: EntranceFrameProps) {
  const { say } = useConsole();
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <span className={styles.brand}>
          <Mark className={styles.mark} />
          {say('product')}
        </span>
        <LanguageSwitch />
      </header>
      <main className={styles.main}>
        <div className={styles.faces}>
          {([1, 2, 3, 4, 5] as const).map((level) => (
            <Face key={level} level={level} className={styles.face} />
          ))}
        </div>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.lead}>{lead}</p>
        {children}
      </main>
    </div>
  );
}
