import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ProjectKeys } from '../../../core/protocol/index.ts';
import { useConsole } from '../settings/consoleContext.ts';
import type { Reply } from './consoleServer.ts';
import { valueOf } from './refusedRequest.ts';

const KEY = ['projectKeys'] as const;

export function useProjectKeys() {
  const { server } = useConsole();
  return useQuery({ queryKey: KEY, queryFn: async () => valueOf(await server.projectKeys()) });
}

export const useKeyToUse = () =>
  useChange(
    ({ server }) =>
      (recipient: string) =>
        server.putKeyInUse(recipient),
  );

export const useKeyToRevoke = () =>
  useChange(
    ({ server }) =>
      (keyId: string) =>
        server.revokeProjectKey(keyId),
  );

/** Each answers with all keys as they are then. */
function useChange(askOf: (context: ReturnType<typeof useConsole>) => (what: string) => Reply<ProjectKeys>) {
  const ask = askOf(useConsole());
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (what: string) => valueOf(await ask(what)),
    onSuccess: (keys) => client.setQueryData(KEY, keys),
  });
}
