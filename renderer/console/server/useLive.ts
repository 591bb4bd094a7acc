import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useConsole } from '../settings/consoleContext.ts';
import type { Change } from './consoleServer.ts';
import { pace } from './pace.ts';
import { INBOX_KEY } from './useInbox.ts';
import { FLEET_KEY } from './useFleet.ts';

/** `opening` until the stream has opened or failed for the first time. */
export type Contact = 'opening' | 'open' | 'lost';

/** A burst of responses is one picture: at most one question to the server in this many milliseconds. */
const GAP = 700;
/** A list of thousands is asked for less often than one day's numbers. */
const FLEET_GAP = 2_000;

/** Lets the server say when numbers have changed, and asks for them anew. The numbers themselves never travel this way. */
export function useLive(): Contact {
  const { server } = useConsole();
  const client = useQueryClient();
  const [contact, setContact] = useState<Contact>('opening');
  useEffect(() => {
    const refresh = pace(() => void client.invalidateQueries({ queryKey: ['overview'] }), GAP);
    const refreshFleet = pace(() => void client.invalidateQueries({ queryKey: FLEET_KEY }), FLEET_GAP);
    const refreshInbox = pace(() => void client.invalidateQueries({ queryKey: INBOX_KEY }), GAP);
    const changed = (what: Change): void => {
      if (what !== 'numbers') refreshInbox.call();
      if (what === 'inbox') return;
      refresh.call();
      refreshFleet.call();
      if (what !== 'surveys') return;
      for (const key of ['surveys', 'touchpoints']) void client.invalidateQueries({ queryKey: [key] });
    };
    const stop = server.watch(changed, (open) => {
      setContact(open ? 'open' : 'lost');
      // Was it only the stream, or is the server away? The answer to a question tells.
      if (open) return;
      refresh.call();
      refreshFleet.call();
    });
    return () => {
      refresh.stop();
      refreshFleet.stop();
      refreshInbox.stop();
      stop();
    };
  }, [server, client]);
  return contact;
}
