import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Session } from '../../../core/protocol/index.ts';
import { useConsole } from '../settings/consoleContext.ts';
import type { ConsoleServer } from './consoleServer.ts';
import { valueOf } from './refusedRequest.ts';

export const SESSION_KEY = ['session'] as const;
const ASK_AGAIN = 5_000;

/** Who is signed in: null for nobody. */
export function useSession() {
  const { server } = useConsole();
  return useQuery({
    queryKey: SESSION_KEY,
    queryFn: () => askSession(server),
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: (query) => (query.state.status === 'error' ? ASK_AGAIN : false),
  });
}

async function askSession(server: ConsoleServer): Promise<Session | null> {
  const reply = await server.session();
  return !reply.ok && reply.error.code === 'not_signed_in' ? null : valueOf(reply);
}

/** Signing in or setting up: both end in a session. */
export function useEntrance<Request>(enter: (request: Request) => ReturnType<ConsoleServer['session']>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (request: Request) => valueOf(await enter(request)),
    onSuccess: (session: Session) => client.setQueryData(SESSION_KEY, session),
  });
}

/** Ends the session on the server first: a screen that only looks signed out would be a trap on a shared computer. */
export function useSignOut() {
  const { server } = useConsole();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const reply = await server.signOut();
      return !reply.ok && reply.error.code === 'not_signed_in' ? undefined : valueOf(reply);
    },
    onSuccess: () => {
      client.setQueryData(SESSION_KEY, null);
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
    },
  });
}
