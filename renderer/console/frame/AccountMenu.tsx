import {
  Button,
  Popover,
  SegmentedControl,
  useMantineColorScheme,
  type MantineColorScheme,
} from '@mantine/core';
import { useId } from 'react';
import type { Session } from '../../../core/protocol/index.ts';
import { ProblemNote } from '../people/ProblemNote.tsx';
import { refusalOf } from '../server/refusedRequest.ts';
import { useSignOut } from '../server/useSession.ts';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './AccountMenu.module.css';
import { initialsOf } from './initialsOf.ts';

/** Who is signed in, how the console looks to them, and the way out. */
export function AccountMenu({ session }: { readonly session: Session }) {
  const { say } = useConsole();
  return (
    <Popover position="top-start" width="17rem" shadow="md" trapFocus returnFocus withinPortal={false}>
      <Popover.Target>
        <button type="button" className={styles.button} aria-label={say('account', { name: session.name })}>
          <span aria-hidden="true" className={styles.initials} data-initials={initialsOf(session.name)} />
          <span className={styles.name}>{session.name}</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={styles.account} tabIndex={-1} data-autofocus>
          <p className={styles.who}>
            <span className={styles.name}>{session.name}</span>
            <span className={styles.email}>{session.email}</span>
          </p>
          <Appearance />
          <SignOut />
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

const isScheme = (value: string): value is MantineColorScheme => ['light', 'dark', 'auto'].includes(value);

function Appearance() {
  const { say } = useConsole();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const labelId = useId();
  return (
    <div>
      <p id={labelId} className={styles.label}>
        {say('appearance')}
      </p>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-labelledby={labelId}
        value={colorScheme}
        onChange={(chosen) => {
          if (isScheme(chosen)) setColorScheme(chosen);
        }}
        data={[
          { value: 'light', label: say('appearance.light') },
          { value: 'dark', label: say('appearance.dark') },
          { value: 'auto', label: say('appearance.auto') },
        ]}
      />
    </div>
  );
}

function SignOut() {
  const { say } = useConsole();
  const signOut = useSignOut();
  return (
    <>
      <Button variant="default" fullWidth loading={signOut.isPending} onClick={() => signOut.mutate()}>
        {say('signOut')}
      </Button>
      {signOut.isError && <ProblemNote refusal={refusalOf(signOut.error)} />}
    </>
  );
}
