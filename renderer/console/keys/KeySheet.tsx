import { Button } from '@mantine/core';
import { QrCode } from '../enrolment/QrCode.tsx';
import { useConsole } from '../settings/consoleContext.ts';
import { idText } from './idText.ts';
import styles from './Keys.module.css';
import { keyFile, type MadeKey } from './makeKey.ts';

/** The only place where the private key is ever shown; printed, nothing else is on the paper. */
export function KeySheet({ made }: { readonly made: MadeKey }) {
  const { say } = useConsole();
  return (
    <>
      <section className={styles.sheet} aria-label={say('keys.sheet.title')}>
        <h3 className={styles.title}>{say('keys.sheet.title')}</h3>
        <p className={styles.warning}>{say('keys.sheet.keep')}</p>
        <QrCode svg={made.qr} label={say('keys.sheet.qr')} />
        <dl className={styles.facts}>
          <dt>{say('keys.sheet.key')}</dt>
          <dd className={styles.id}>{idText(made.keyId)}</dd>
          <dt>{say('keys.sheet.private')}</dt>
          <dd className={styles.letters}>{made.identity}</dd>
          <dt>{say('keys.sheet.public')}</dt>
          <dd className={styles.letters}>{made.recipient}</dd>
        </dl>
        <p className={styles.hint}>
          {say('keys.sheet.open')} <code>earshot open --key FILE</code>
        </p>
      </section>
      <div className={styles.buttons}>
        <Button variant="default" onClick={() => print()}>
          {say('keys.sheet.print')}
        </Button>
        <Button variant="default" onClick={() => save(made)}>
          {say('keys.sheet.save')}
        </Button>
      </div>
    </>
  );
}

function save(made: MadeKey): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([keyFile(made)], { type: 'text/plain' }));
  link.download = `earshot-key-${made.keyId}.txt`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}
