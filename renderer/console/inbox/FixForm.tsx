import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { FixRequest, Quarantined } from '../../../core/protocol/index.ts';
import { useQuestions } from '../server/useInbox.ts';
import { useSurveys, useTouchpoints } from '../server/useOverview.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { textIn } from '../surveys/textIn.ts';
import { AnswerPairs } from './AnswerPairs.tsx';
import styles from './Inbox.module.css';

interface FixFormProps {
  readonly said: NonNullable<Quarantined['said']>;
  readonly busy: boolean;
  readonly onFix: (fix: FixRequest) => void;
  readonly onCancel: () => void;
}

/** By which published version it is to be read, and which question each of its answers is of, where that version asks none of that name. */
export function FixForm({ said, busy, onFix, onCancel }: FixFormProps) {
  const { say } = useConsole();
  const [chosen, setChosen] = useState('');
  const [touchpointId, setTouchpointId] = useState('');
  const [questions, setQuestions] = useState<Readonly<Record<string, string>>>({});
  const [surveyId = null, version = null] = chosen === '' ? [] : (JSON.parse(chosen) as [string, string]);
  const asked = useQuestions(surveyId, version).data?.questions;
  return (
    <form
      className={styles.panel}
      onSubmit={(event) => {
        event.preventDefault();
        if (surveyId === null || version === null) return;
        onFix({ surveyId, version, questions, ...(touchpointId === '' ? {} : { touchpointId }) });
      }}
    >
      <VersionSelect
        said={said}
        value={chosen}
        onChange={(value) => {
          setChosen(value);
          setQuestions({});
        }}
      />
      <TouchpointSelect said={said} value={touchpointId} onChange={setTouchpointId} />
      {asked !== undefined && (
        <AnswerPairs said={said} asked={asked} questions={questions} onChange={setQuestions} />
      )}
      <div className={styles.buttons}>
        <Button type="submit" disabled={chosen === '' || asked === undefined} loading={busy}>
          {say('inbox.fix.confirm')}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {say('cancel')}
        </Button>
      </div>
    </form>
  );
}

interface SelectProps extends Pick<FixFormProps, 'said'> {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function VersionSelect({ said, value, onChange }: SelectProps) {
  const { say, language } = useConsole();
  const surveys = useSurveys().data?.surveys ?? [];
  return (
    <NativeSelect
      autoFocus
      label={say('inbox.fix.version')}
      description={say('inbox.fix.said', { version: said.questionnaireVersion, survey: said.surveyId })}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      data={[
        { value: '', label: say('inbox.choose') },
        ...surveys.flatMap((survey) =>
          survey.versions.map((one) => ({
            value: JSON.stringify([survey.surveyId, one.version]),
            label: `${textIn(survey.title, language, survey.defaultLanguage)}, ${one.version}`,
          })),
        ),
      ]}
    />
  );
}

/** Only where the response names a place that is not here. */
function TouchpointSelect({ said, value, onChange }: SelectProps) {
  const { say } = useConsole();
  const touchpoints = useTouchpoints().data?.touchpoints ?? [];
  if (touchpoints.length === 0 || touchpoints.some((one) => one.touchpointId === said.touchpointId))
    return null;
  return (
    <NativeSelect
      label={say('inbox.fix.touchpoint')}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      data={[
        { value: '', label: say('inbox.choose') },
        ...touchpoints.map((one) => ({ value: one.touchpointId, label: one.name })),
      ]}
    />
  );
}
