import { useId } from 'react';
import type { Quarantined } from '../../../core/protocol/index.ts';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './Inbox.module.css';
import { memberText } from './memberText.ts';

const MEMBERS = ['surveyId', 'questionnaireVersion', 'touchpointId'] as const;

/** What can be read of a response that was not understood: its answers first. */
export function SaidList({ said }: { readonly said: NonNullable<Quarantined['said']> }) {
  const { say } = useConsole();
  const headingId = useId();
  const rows = [
    ...said.answers.map(({ path, answer }) => [path, answer] as const),
    ...MEMBERS.map((name) => [memberText(say, name), said[name]] as const),
  ];
  return (
    <section aria-labelledby={headingId}>
      <h3 id={headingId} className={styles.hint}>
        {say('inbox.heard')}
      </h3>
      <dl className={styles.said}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value === '' ? '–' : value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
