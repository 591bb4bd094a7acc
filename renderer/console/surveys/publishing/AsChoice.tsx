import { Select } from '@mantine/core';
import type { ListedSurvey } from '../../../../core/protocol/index.ts';
import type { Definition } from '../../../../core/questionnaire/index.ts';
import { useConsole } from '../../settings/consoleContext.ts';
import { textIn } from '../textIn.ts';
import styles from './PublishForm.module.css';
import { freeVersion, type Lacking, type PublishPlan } from './publishPlan.ts';

interface AsChoiceProps {
  readonly plan: PublishPlan;
  readonly definition: Definition;
  readonly surveys: readonly ListedSurvey[];
  readonly lacking: readonly Lacking[];
  readonly onChange: (changes: Partial<PublishPlan>) => void;
}

/** A survey of its own, or the next version of one that is there. */
export function AsChoice({ plan, definition, surveys, lacking, onChange }: AsChoiceProps) {
  const { say, language } = useConsole();
  const choose = (as: PublishPlan['as'], surveyId: string | null): void => {
    const survey = as === 'next' ? surveys.find((each) => each.surveyId === surveyId) : undefined;
    const sealed = survey?.sealed ?? plan.sealed;
    onChange({ as, surveyId, sealed, version: freeVersion(definition.version, survey) });
  };
  return (
    <fieldset className={styles.group}>
      <legend>{say('publish.as')}</legend>
      {(['new', 'next'] as const).map((as) => (
        <label key={as} className={styles.option}>
          <input
            type="radio"
            name="as"
            checked={plan.as === as}
            disabled={as === 'next' && surveys.length === 0}
            onChange={() => choose(as, plan.surveyId)}
          />
          {say(as === 'new' ? 'publish.newSurvey' : 'publish.nextVersion')}
        </label>
      ))}
      {plan.as === 'next' && (
        <div className={styles.inner}>
          <Select
            label={say('publish.survey')}
            data={surveys.map(({ surveyId, title, defaultLanguage }) => ({
              value: surveyId,
              label: textIn(title, language, defaultLanguage),
            }))}
            value={plan.surveyId}
            allowDeselect={false}
            error={lacking.includes('survey')}
            searchable={surveys.length > 8}
            onChange={(surveyId) => choose('next', surveyId)}
          />
        </div>
      )}
    </fieldset>
  );
}
