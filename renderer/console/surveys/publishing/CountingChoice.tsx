import { NumberInput } from '@mantine/core';
import type { Definition } from '../../../../core/questionnaire/index.ts';
import { useConsole } from '../../settings/consoleContext.ts';
import styles from './PublishForm.module.css';
import { keyQuestionsOf, type PublishPlan } from './publishPlan.ts';

interface CountingChoiceProps {
  readonly definition: Definition;
  readonly counting: PublishPlan['counting'];
  readonly onChange: (counting: PublishPlan['counting']) => void;
}

/** What is counted beyond the scores, and who is taken for being at play. */
export function CountingChoice({ definition, counting, onChange }: CountingChoiceProps) {
  const { say, language } = useConsole();
  const { keyQuestions = [], leastSeconds, leastSecondsBetween } = counting;
  const offered = keyQuestionsOf(definition);
  const toggle = (name: string): void => {
    const without = keyQuestions.filter((other) => other !== name);
    onChange({ ...counting, keyQuestions: keyQuestions.includes(name) ? without : [...keyQuestions, name] });
  };
  return (
    <fieldset className={styles.group}>
      <legend>{say('publish.counting')}</legend>
      {offered.length > 0 && (
        <div className={styles.places} role="group" aria-label={say('publish.keyQuestions')}>
          <p className={styles.hint}>{say('publish.keyQuestions')}</p>
          {offered.map(({ name, label = {} }) => (
            <label key={name} className={styles.option}>
              <input type="checkbox" checked={keyQuestions.includes(name)} onChange={() => toggle(name)} />
              {label[language] ?? label[definition.defaultLanguage] ?? name}
            </label>
          ))}
        </div>
      )}
      <Seconds
        label={say('publish.leastSeconds')}
        hint={say('publish.leastSecondsHint')}
        most={3_600}
        value={leastSeconds}
        onChange={(seconds) => onChange(withSeconds(counting, 'leastSeconds', seconds))}
      />
      <Seconds
        label={say('publish.leastSecondsBetween')}
        hint={say('publish.leastSecondsBetweenHint')}
        most={60}
        value={leastSecondsBetween}
        onChange={(seconds) => onChange(withSeconds(counting, 'leastSecondsBetween', seconds))}
      />
    </fieldset>
  );
}

/** Left out where nobody is taken for being at play. */
function withSeconds(
  counting: PublishPlan['counting'],
  name: 'leastSeconds' | 'leastSecondsBetween',
  seconds: number,
): PublishPlan['counting'] {
  const { [name]: _, ...others } = counting;
  return seconds > 0 ? { ...others, [name]: seconds } : others;
}

interface SecondsProps {
  readonly label: string;
  readonly hint: string;
  readonly most: number;
  readonly value: number | undefined;
  readonly onChange: (seconds: number) => void;
}

function Seconds({ label, hint, most, value, onChange }: SecondsProps) {
  return (
    <NumberInput
      label={label}
      description={hint}
      min={0}
      max={most}
      step={0.5}
      allowNegative={false}
      clampBehavior="strict"
      value={value ?? ''}
      onChange={(written) => onChange(typeof written === 'number' ? written : Number(written) || 0)}
    />
  );
}
