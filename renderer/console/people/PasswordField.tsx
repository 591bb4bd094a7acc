import { PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useConsole } from '../settings/consoleContext.ts';

interface PasswordFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
  readonly hint?: string;
  /** `new-password` lets the browser offer a good one, `current-password` the kept one. */
  readonly purpose: 'new-password' | 'current-password';
}

/** A password that can be looked at, also by keyboard. */
export function PasswordField({ value, onChange, error, hint, purpose }: PasswordFieldProps) {
  const { say } = useConsole();
  const [visible, setVisible] = useState(false);
  return (
    <PasswordInput
      label={say('person.password')}
      description={hint}
      size="md"
      autoComplete={purpose}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      visible={visible}
      onVisibilityChange={setVisible}
      visibilityToggleButtonProps={{
        'aria-label': say('person.showPassword'),
        'aria-pressed': visible,
        tabIndex: 0,
      }}
    />
  );
}
