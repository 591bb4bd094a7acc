import { useId } from 'react';
import { KEYS_ADDRESS } from '../../frame/useScreen.ts';
import { useProjectKeys } from '../../server/useProjectKeys.ts';
import { useConsole } from '../../settings/consoleContext.ts';
import styles from './PublishForm.module.css';

interface SealedChoiceProps {
  readonly sealed: boolean;
  readonly onChange: (sealed: boolean) => void;
}

/** Whether what is said is encrypted on the device; where that can't be, why. */
export function SealedChoice({ sealed, onChange }: SealedChoiceProps) {
  const { say } = useConsole();
  const hintId = useId();
  const keys = useProjectKeys();
  const lacksKey = keys.data !== undefined && !keys.data.keys.some(({ state }) => state === 'inUse');
  return (
    <div className={styles.group}>
      <label className={styles.option}>
        <input
          type="checkbox"
          checked={sealed}
          disabled={lacksKey && !sealed}
          aria-describedby={hintId}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
        {say('publish.sealed')}
      </label>
      <p id={hintId} className={styles.hint}>
        {lacksKey ? (
          <>
            {say('publish.sealedNoKey')} <a href={KEYS_ADDRESS}>{say('publish.sealedMakeKey')}</a>
          </>
        ) : (
          say('publish.sealedHint')
        )}
      </p>
    </div>
  );
}
