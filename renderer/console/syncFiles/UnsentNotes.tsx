import { Button } from '@mantine/core';
import { problemText } from '../people/problemText.ts';
import { useConsole } from '../settings/consoleContext.ts';
import type { Sending } from './sending/useSending.ts';
import styles from './UploadCard.module.css';

/** Files of which not a byte was sent, and why. */
export function UnsentNotes({ sending }: { readonly sending: Sending }) {
  const { say, language } = useConsole();
  return sending.unsent.map(({ key, name, why }) => (
    <section key={key} aria-label={name} className={styles.card}>
      <div className={styles.head}>
        <h2 className={styles.title}>{name}</h2>
        <Button
          variant="subtle"
          size="sm"
          onClick={() => sending.forget(key)}
          aria-label={`${say('check.remove')}: ${name}`}
        >
          {say('check.remove')}
        </Button>
      </div>
      <p role="alert">{why === 'unread' ? say('sync.unread') : problemText(say, language, { code: why })}</p>
    </section>
  ));
}
