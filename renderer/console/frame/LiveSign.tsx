import type { Formats } from '../format/formats.ts';
import type { Contact } from '../server/useLive.ts';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './LiveSign.module.css';

interface LiveSignProps {
  readonly contact: Contact;
  /** When the numbers on the screen arrived, by this machine's clock. */
  readonly updatedAt: number;
  readonly formats: Formats;
}

/** Whether what is on the screen is now, or from when it is. */
export function LiveSign({ contact, updatedAt, formats }: LiveSignProps) {
  const { say } = useConsole();
  return (
    <p role="status" className={styles.sign} data-contact={contact}>
      {contact === 'open' && say('live.on')}
      {contact === 'lost' && say('live.off', { time: formats.clock(updatedAt) })}
    </p>
  );
}
