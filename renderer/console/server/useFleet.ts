import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useConsole } from '../settings/consoleContext.ts';
import { valueOf } from './refusedRequest.ts';

/** Devices fall silent by the clock and not by an event. */
const STEADY = 30_000;
const AFTER_FAILURE = 5_000;

export const FLEET_KEY = ['fleet'] as const;

export function useFleet() {
  const { server } = useConsole();
  return useQuery({
    queryKey: FLEET_KEY,
    queryFn: async () => valueOf(await server.devices()),
    refetchInterval: (query) => (query.state.status === 'error' ? AFTER_FAILURE : STEADY),
  });
}

/** Done when the list shows it. */
export function useRevocation(deviceId: string) {
  const { server } = useConsole();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (revoked: boolean) => valueOf(await server.revoke(deviceId, revoked)),
    onSuccess: () => client.invalidateQueries({ queryKey: FLEET_KEY }),
  });
}
