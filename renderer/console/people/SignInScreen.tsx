import { Button, TextInput } from '@mantine/core';
import { refusalOf } from '../server/refusedRequest.ts';
import { useEntrance } from '../server/useSession.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { checkSignIn } from './checkEntries.ts';
import { EntranceFrame } from './EntranceFrame.tsx';
import form from './form.module.css';
import { PasswordField } from './PasswordField.tsx';
import { ProblemNote } from './ProblemNote.tsx';
import { useEntries } from './useEntries.ts';

/** `ended`: somebody was signed in until a moment ago. */
export function SignInScreen({ ended }: { readonly ended: boolean }) {
  const { server, say } = useConsole();
  const entrance = useEntrance(server.signIn);
  const { entries, enter, complaint, submit } = useEntries(checkSignIn, ({ email, password }) =>
    entrance.mutate({ email, password }),
  );
  return (
    <EntranceFrame title={say('signIn.title')} lead={say(ended ? 'signIn.ended' : 'signIn.lead')}>
      <form className={form.form} noValidate onSubmit={submit}>
        {entrance.isError && <ProblemNote refusal={refusalOf(entrance.error)} />}
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
          purpose="current-password"
          value={entries.password}
          error={complaint('password')}
          onChange={enter('password')}
        />
        <Button type="submit" size="md" loading={entrance.isPending}>
          {say('signIn.submit')}
        </Button>
      </form>
    </EntranceFrame>
  );
}
