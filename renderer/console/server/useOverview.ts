import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { OpeningHours } from '../../../core/protocol/index.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { valueOf } from './refusedRequest.ts';

/** Devices fall silent by the clock and not by an event, so the numbers are also asked for without one. */
const STEADY = 30_000;
const AFTER_FAILURE = 5_000;
const TOUCHPOINTS_KEY = ['touchpoints'] as const;

export function useOverview(touchpointId: string) {
  const { server } = useConsole();
  return useQuery({
    queryKey: ['overview', touchpointId],
    queryFn: async () => valueOf(await server.overview(touchpointId)),
    refetchInterval: (query) => (query.state.status === 'error' ? AFTER_FAILURE : STEADY),
  });
}

export function useSurveys() {
  const { server } = useConsole();
  return useQuery({
    queryKey: ['surveys'],
    queryFn: async () => valueOf(await server.surveys()),
    refetchInterval: (query) => (query.state.status === 'error' ? AFTER_FAILURE : false),
  });
}

export function useTouchpoints() {
  const { server } = useConsole();
  return useQuery({
    queryKey: TOUCHPOINTS_KEY,
    queryFn: async () => valueOf(await server.touchpoints()),
    placeholderData: keepPreviousData,
    refetchInterval: (query) => (query.state.status === 'error' ? AFTER_FAILURE : 10 * STEADY),
  });
}

/** Done when the list of touchpoints has them. */
export function useOpeningHours(touchpointId: string) {
  const { server } = useConsole();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (openingHours: OpeningHours | null) =>
      valueOf(await server.setOpeningHours(touchpointId, openingHours)),
    onSuccess: () => client.invalidateQueries({ queryKey: TOUCHPOINTS_KEY }),
  });
}
