import { Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import type { Session } from '../../../core/protocol/index.ts';
import { ProblemNote } from '../people/ProblemNote.tsx';
import { refusalOf } from '../server/refusedRequest.ts';
import { useSignOut } from '../server/useSession.ts';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './AccountMenu.module.css';

const APPEARANCES: readonly MantineColorScheme[] = ['light', 'dark', 'auto'];

/** Who is signed in, how the console looks to them, and the way out. */
export function AccountMenu({ session }: { readonly session: Session }) {
  const { say } = useConsole();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  return (
    <Menu position="top-end" width={240} shadow="md">
      <Menu.Target>
        <button type="button" className={styles.button} aria-label={say('account', { name: session.name })}>
          <span className={styles.initials} data-initials={initialsOf(session.name)} />
          <span className={styles.name}>{session.name}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{session.email}</Menu.Label>
        <Menu.Divider />
        <Menu.Label>{say('appearance')}</Menu.Label>
        {APPEARANCES.map((appearance) => (
          <Menu.Item
            key={appearance}
            role="menuitemradio"
            aria-checked={appearance === colorScheme}
            rightSection={appearance === colorScheme ? <Check /> : undefined}
            onClick={() => setColorScheme(appearance)}
          >
            {say(`appearance.${appearance}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item closeMenuOnClick={false} disabled={signOut.isPending} onClick={() => signOut.mutate()}>
          {say('signOut')}
        </Menu.Item>
        {signOut.isError && <ProblemNote refusal={refusalOf(signOut.error)} />}
      </Menu.Dropdown>
    </Menu>
  );
}

const Check = () => (
  <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false" className={styles.check}>
    <path d="M3.5 8.5 6.5 11.5 12.5 5" />
  </svg>
);

/** The first letters of the first and the last name. */
const initialsOf = (name: string): string => {
  const words = name.trim().split(/\s+/);
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return chosen.map((word) => (word ?? '').slice(0, 1).toLocaleUpperCase()).join('');
};
