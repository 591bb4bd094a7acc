import type { ConsoleWord } from '../words/index.ts';

export interface Entries {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** What is missing, per entry, as the word that says so. */
export type Missing = Readonly<Partial<Record<keyof Entries, ConsoleWord>>>;

/** The server's rules (core/protocol/consoleSchemas.ts) as far as they can be told before anything is sent. */
const SHORTEST_PASSWORD = 10;
const EMAIL = /^[^\s@]+@[^\s@]+$/;

const checkEmail = (email: string): Missing => (EMAIL.test(email.trim()) ? {} : { email: 'missing.email' });

/** Signing in asks nothing of a password but that there is one: rules may have been others when it was chosen. */
export const checkSignIn = ({ email, password }: Entries): Missing => ({
  ...checkEmail(email),
  ...(password === '' ? { password: 'missing.password' } : {}),
});

export const checkSetUp = ({ name, email, password }: Entries): Missing => ({
  ...(name.trim() === '' ? { name: 'missing.name' } : {}),
  ...checkEmail(email),
  ...(password.length < SHORTEST_PASSWORD ? { password: 'missing.passwordShort' } : {}),
});
