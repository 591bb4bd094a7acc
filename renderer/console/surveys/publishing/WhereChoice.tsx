import { Select, TextInput } from '@mantine/core';
import { useId } from 'react';
import type { ListedSurvey, TouchpointList } from '../../../../core/protocol/index.ts';
import { useConsole } from '../../settings/consoleContext.ts';
import styles from './PublishForm.module.css';
import type { Lacking, PublishPlan } from './publishPlan.ts';

interface WhereChoiceProps {
  readonly plan: PublishPlan;
  readonly surveys: readonly ListedSurvey[];
  readonly touchpoints: TouchpointList['touchpoints'];
  readonly lacking: readonly Lacking[];
  readonly onChange: (changes: Partial<PublishPlan>) => void;
}

const ZONES = (): string[] => [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])];

/** The touchpoints that are to ask it: some that are there, and perhaps a new one. */
export function WhereChoice({ plan, surveys, touchpoints, lacking, onChange }: WhereChoiceProps) {
  const { say } = useConsole();
  const hintId = useId();
  const running = runningAt(plan, surveys);
  const chosen = new Set(plan.touchpointIds);
  const toggle = (touchpointId: string): void => {
    const without = plan.touchpointIds.filter((id) => id !== touchpointId);
    onChange({ touchpointIds: chosen.has(touchpointId) ? without : [...without, touchpointId] });
  };
  const nowhere = running.size === 0 && chosen.size === 0 && !plan.makesTouchpoint;
  return (
    <fieldset className={styles.group} aria-describedby={hintId}>
      <legend>{say('publish.where')}</legend>
      <div className={styles.places}>
        {touchpoints.map(({ touchpointId, name, surveyTitle }) => (
          <label key={touchpointId} className={styles.option}>
            <input
              type="checkbox"
              checked={chosen.has(touchpointId) || running.has(touchpointId)}
              disabled={running.has(touchpointId)}
              onChange={() => toggle(touchpointId)}
            />
            {name}
            <small>{say('publish.asksNow', { title: surveyTitle })}</small>
          </label>
        ))}
        <label className={styles.option}>
          <input
            type="checkbox"
            checked={plan.makesTouchpoint}
            onChange={() => onChange({ makesTouchpoint: !plan.makesTouchpoint })}
          />
          {say('publish.newTouchpoint')}
        </label>
      </div>
      {plan.makesTouchpoint && <NewTouchpoint plan={plan} lacking={lacking} onChange={onChange} />}
      <p id={hintId} role="status" className={styles.hint}>
        {say(nowhere ? 'publish.nowhere' : 'publish.whereHint')}
      </p>
    </fieldset>
  );
}

/** A new version runs wherever its survey runs. */
const runningAt = (plan: PublishPlan, surveys: readonly ListedSurvey[]): ReadonlySet<string> =>
  new Set(
    plan.as === 'new'
      ? []
      : surveys
          .find(({ surveyId }) => surveyId === plan.surveyId)
          ?.touchpoints.map(({ touchpointId }) => touchpointId),
  );

function NewTouchpoint({ plan, lacking, onChange }: Pick<WhereChoiceProps, 'plan' | 'lacking' | 'onChange'>) {
  const { say } = useConsole();
  return (
    <div className={styles.inner}>
      <TextInput
        label={say('publish.touchpointName')}
        value={plan.name}
        maxLength={200}
        error={lacking.includes('name') && say('publish.touchpointNameMissing')}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Select
        label={say('publish.timezone')}
        data={ZONES()}
        value={plan.timezone}
        searchable
        limit={50}
        allowDeselect={false}
        error={lacking.includes('timezone') && say('publish.timezoneMissing')}
        onChange={(timezone) => onChange({ timezone })}
      />
    </div>
  );
}
