import { useId } from 'react';
import { fileQuestions, type Definition } from '../../../../core/questionnaire/index.ts';
import { KEYS_ADDRESS } from '../../frame/useScreen.ts';
import { useProjectKeys } from '../../server/useProjectKeys.ts';
import { useConsole } from '../../settings/consoleContext.ts';
import styles from './PublishForm.module.css';

interface SealedChoiceProps {
  readonly definition: Definition;
  readonly sealed: boolean;
  readonly onChange: (sealed: boolean) => void;
}

/** Whether what is said is encrypted on the device; where that can't be, why. */
export function SealedChoice({ definition, sealed, onChange }: SealedChoiceProps) {
  const { say } = useConsole();
  const hintId = useId();
  const keys = useProjectKeys();
  const files = fileQuestions(definition);
  const lacksKey = keys.data !== undefined && !keys.data.keys.some(({ state }) => state === 'inUse');
  const possible = files.length === 0 && !lacksKey;
  return (
    <div className={styles.group}>
      <label className={styles.option}>
        <input
          type="checkbox"
          checked={sealed}
          disabled={!possible && !sealed}
          aria-describedby={hintId}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
        {say('publish.sealed')}
      </label>
      <p id={hintId} className={styles.hint}>
        {files.length > 0 && say('publish.sealedFiles', { names: files.join(', ') })}
        {files.length === 0 && lacksKey && (
          <>
            {say('publish.sealedNoKey')} <a href={KEYS_ADDRESS}>{say('publish.sealedMakeKey')}</a>
          </>
        )}
        {possible && say('publish.sealedHint')}
      </p>
    </div>
  );
}
