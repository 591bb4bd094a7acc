import { QueryCache, QueryClient } from '@tanstack/react-query';
import { refusalOf } from './refusedRequest.ts';
import { SESSION_KEY, type SignedIn } from './useSession.ts';

/**
 * Asks whatever the browser believes of the network (`always`), and does not hide failures behind silent retries: the screens
 * show at once that the numbers are old, and ask again themselves. Any refusal for want of a session ends the session.
 */
export function makeQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (refusalOf(error).code === 'not_signed_in') endSession(client);
      },
    }),
    defaultOptions: {
      queries: { networkMode: 'always', retry: false, staleTime: 5_000 },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return client;
}

const endSession = (client: QueryClient): void => {
  client.setQueryData<SignedIn>(SESSION_KEY, (before) => ({
    session: null,
    ended: before !== undefined && before.session !== null,
  }));
};
