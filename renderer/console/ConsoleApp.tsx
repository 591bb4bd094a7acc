import { MantineProvider, useMantineColorScheme } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Gate } from './Gate.tsx';
import type { FormReader } from './reading/formReader.ts';
import type { ConsoleServer } from './server/consoleServer.ts';
import { makeQueryClient } from './server/makeQueryClient.ts';
import { ConsoleProvider } from './settings/ConsoleProvider.tsx';
import { appearanceIn, type Preferences } from './settings/preferences.ts';
import './theme/console.css';
import { cssVariables, theme } from './theme/theme.ts';

interface ConsoleAppProps {
  readonly server: ConsoleServer;
  readonly readForms: FormReader;
  readonly preferences: Preferences;
  readonly browserLanguages: readonly string[];
  /** What the Content-Security-Policy of this page wants on every style element. */
  readonly nonce: string;
}

/** Head office's screens. */
export function ConsoleApp({ server, readForms, preferences, browserLanguages, nonce }: ConsoleAppProps) {
  const [queryClient] = useState(makeQueryClient);
  const [appearance] = useState(() => appearanceIn(preferences));
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={appearance}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <SchemeOfTokens />
      <QueryClientProvider client={queryClient}>
        <ConsoleProvider
          server={server}
          readForms={readForms}
          preferences={preferences}
          browserLanguages={browserLanguages}
        >
          <Gate />
        </ConsoleProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** Tells our own tokens what Mantine's controls are told. */
function SchemeOfTokens() {
  const { colorScheme } = useMantineColorScheme();
  useEffect(() => {
    document.documentElement.dataset['theme'] = colorScheme;
  }, [colorScheme]);
  return null;
}
