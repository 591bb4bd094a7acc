import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ConsoleApp, consoleServer, readFormsApart } from '../console/index.ts';
import { preferences } from '../platform/preferences.ts';

const place = document.getElementById('root');
if (place === null) throw new Error('console.html has no #root');

/** The server writes the nonce of its Content-Security-Policy here; a development server leaves the placeholder, and has no policy. */
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
// react-remove-scroll (below Mantine's dialogs) takes it from the name that bundlers use.
Object.assign(globalThis, { __webpack_nonce__: nonce });

createRoot(place).render(
  <StrictMode>
    <ConsoleApp
      server={consoleServer}
      readForms={readFormsApart}
      preferences={preferences}
      browserLanguages={navigator.languages}
      nonce={nonce}
    />
  </StrictMode>,
);
