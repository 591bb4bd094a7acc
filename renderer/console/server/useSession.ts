import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Session } from '../../../core/protocol/index.ts';
import { useConsole } from '../settings/consoleContext.ts';
import type { ConsoleServer } from './consoleServer.ts';
import { valueOf } from './refusedRequest.ts';

/** Who is signed in: nobody where `session` is null; `ended` where somebody was and the server no longer knows of it. */
export interface SignedIn {
  readonly session: Session | null;
  readonly ended: boolean;
}

export const SESSION_KEY = ['session'] as const;
const ASK_AGAIN = 5_000;

export function useSession() {
  const { server } = useConsole();
  return useQuery({
    queryKey: SESSION_KEY,
    queryFn: () => askSession(server),
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: (query) => (query.state.status === 'error' ? ASK_AGAIN : false),
  });
}

const NOBODY: SignedIn = { session: null, ended: false };

async function askSession(server: ConsoleServer): Promise<SignedIn> {
  const reply = await server.session();
  return !reply.ok && reply.error.code === 'not_signed_in'
    ? NOBODY
    : { session: valueOf(reply), ended: false };
}

/** Signing in or setting up: both end in a session. */
export function useEntrance<Request>(enter: (request: Request) => ReturnType<ConsoleServer['session']>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (request: Request) => valueOf(await enter(request)),
    onSuccess: (session: Session) => {
      client.setQueryData<SignedIn>(SESSION_KEY, { session, ended: false });
    },
  });
}

/** Ends the session on the server first: a screen that only looks signed out would be a trap on a shared computer. */
export function useSignOut() {
  const { server } = useConsole();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const reply = await server.signOut();
      if (reply.ok || reply.error.code !== 'not_signed_in') valueOf(reply);
    },
    onSuccess: () => {
      client.setQueryData<SignedIn>(SESSION_KEY, NOBODY);
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
    },
  });
}
