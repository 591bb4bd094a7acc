import { Button, TextInput } from '@mantine/core';
import { refusalOf } from '../server/refusedRequest.ts';
import { useEntrance } from '../server/useSession.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { checkSetUp } from './checkEntries.ts';
import { EntranceFrame } from './EntranceFrame.tsx';
import form from './form.module.css';
import { PasswordField } from './PasswordField.tsx';
import { ProblemNote } from './ProblemNote.tsx';
import { useEntries } from './useEntries.ts';

interface SetUpScreenProps {
  readonly code: string;
  /** The link is spent or not wanted: on to signing in. */
  readonly onLeave: () => void;
}

/** The one-time link of a fresh server makes its first administrator. */
export function SetUpScreen({ code, onLeave }: SetUpScreenProps) {
  const { server, say } = useConsole();
  const entrance = useEntrance(server.setUp);
  const { entries, enter, complaint, submit } = useEntries(checkSetUp, (checked) =>
    entrance.mutate({ ...checked, code }, { onSuccess: onLeave }),
  );
  return (
    <EntranceFrame title={say('setUp.title')} lead={say('setUp.lead')}>
      <form className={form.form} noValidate onSubmit={submit}>
        {entrance.isError && <ProblemNote refusal={refusalOf(entrance.error)} />}
        <TextInput
          label={say('person.name')}
          size="md"
          autoComplete="name"
          value={entries.name}
          error={complaint('name')}
          onChange={(event) => enter('name')(event.currentTarget.value)}
        />
        <TextInput
          label={say('person.email')}
          type="email"
          size="md"
          autoComplete="username"
          value={entries.email}
          error={complaint('email')}
          onChange={(event) => enter('email')(event.currentTarget.value)}
        />
        <PasswordField
          purpose="new-password"
          hint={say('setUp.passwordHint')}
          value={entries.password}
          error={complaint('password')}
          onChange={enter('password')}
        />
        <Button type="submit" size="md" loading={entrance.isPending}>
          {say('setUp.submit')}
        </Button>
        <div className={form.more}>
          <Button variant="transparent" px={0} onClick={onLeave}>
            {say('setUp.haveAccount')}
          </Button>
        </div>
      </form>
    </EntranceFrame>
  );
}
