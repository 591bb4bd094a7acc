import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import type { ListedSurvey, PublishReply, TouchpointList } from '../../../../core/protocol/index.ts';
import type { Definition } from '../../../../core/questionnaire/index.ts';
import { ProblemNote } from '../../people/ProblemNote.tsx';
import { refusalOf, valueOf } from '../../server/refusedRequest.ts';
import { useConsole } from '../../settings/consoleContext.ts';
import { AsChoice } from './AsChoice.tsx';
import { CountingChoice } from './CountingChoice.tsx';
import { newIds } from './newIds.ts';
import styles from './PublishForm.module.css';
import { firstPlan, lackingIn, requestOf, type Lacking, type PublishPlan } from './publishPlan.ts';
import { SealedChoice } from './SealedChoice.tsx';
import { ThemeChoice } from './ThemeChoice.tsx';
import { WhereChoice } from './WhereChoice.tsx';

interface PublishFormProps {
  readonly definition: Definition;
  readonly surveys: readonly ListedSurvey[];
  readonly touchpoints: TouchpointList['touchpoints'];
  readonly onCancel: () => void;
  readonly onPublished: (published: PublishReply) => void;
}

/** What the screens know and has now become another. */
const CHANGED = ['surveys', 'touchpoints', 'overview'];

const here = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What the questionnaire becomes, under which version, and where it runs. */
export function PublishForm({ definition, surveys, touchpoints, onCancel, onPublished }: PublishFormProps) {
  const { server, say } = useConsole();
  const client = useQueryClient();
  const [plan, setPlan] = useState(() => firstPlan(definition, surveys, here()));
  const [ids] = useState(newIds);
  const [tried, setTried] = useState(false);
  const publishing = useMutation({
    mutationFn: async () => valueOf(await server.publish(requestOf(plan, definition, ids))),
    onSuccess: (published) => {
      for (const key of CHANGED) void client.invalidateQueries({ queryKey: [key] });
      onPublished(published);
    },
  });
  const lacking = lackingIn(plan, surveys);
  const lackingSoFar = tried ? lacking : [];
  const change = (changes: Partial<PublishPlan>): void => setPlan({ ...plan, ...changes });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (lacking.length === 0) publishing.mutate();
  };
  return (
    <form noValidate className={styles.form} onSubmit={submit}>
      <AsChoice {...{ plan, definition, surveys }} lacking={lackingSoFar} onChange={change} />
      <VersionField
        version={plan.version}
        lacking={lacking}
        tried={tried}
        onChange={(version) => change({ version })}
      />
      <WhereChoice
        plan={plan}
        surveys={surveys}
        touchpoints={touchpoints}
        lacking={lackingSoFar}
        onChange={change}
      />
      <CountingChoice
        definition={definition}
        counting={plan.counting}
        onChange={(counting) => change({ counting })}
      />
      <ThemeChoice theme={plan.theme} onChange={(theme) => change({ theme })} />
      <SealedChoice sealed={plan.sealed} onChange={(sealed) => change({ sealed })} />
      {publishing.isError && <ProblemNote refusal={refusalOf(publishing.error)} />}
      <div className={styles.buttons}>
        <Button variant="default" onClick={onCancel}>
          {say('cancel')}
        </Button>
        <Button type="submit" loading={publishing.isPending}>
          {say('publish.open')}
        </Button>
      </div>
    </form>
  );
}

interface VersionFieldProps {
  readonly version: string;
  readonly lacking: readonly Lacking[];
  readonly tried: boolean;
  readonly onChange: (version: string) => void;
}

function VersionField({ version, lacking, tried, onChange }: VersionFieldProps) {
  const { say } = useConsole();
  const missing = tried && lacking.includes('version') && say('publish.versionMissing');
  return (
    <TextInput
      label={say('publish.version')}
      description={say('publish.versionHint')}
      value={version}
      error={lacking.includes('versionTaken') ? say('publish.versionTaken') : missing}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
