import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  AuditQuery,
  ConflictChoice,
  FixRequest,
  QuarantineQuery,
} from '../../../core/protocol/index.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { valueOf } from './refusedRequest.ts';

export const INBOX_KEY = ['inbox'] as const;
const STEADY = 30_000;

export function useInboxSummary() {
  const { server } = useConsole();
  return useQuery({
    queryKey: [...INBOX_KEY, 'summary'],
    queryFn: async () => valueOf(await server.inbox.summary()),
    refetchInterval: STEADY,
  });
}

/** A page's `next` is the `before` of the page after it. */
const PAGED = {
  initialPageParam: null as number | null,
  getNextPageParam: ({ next }: { readonly next: number | null }) => next,
};

const from = (before: number | null): { before?: number } => (before === null ? {} : { before });

export function useQuarantine(query: QuarantineQuery) {
  const { server } = useConsole();
  return useInfiniteQuery({
    ...PAGED,
    queryKey: [...INBOX_KEY, 'quarantine', query],
    queryFn: async ({ pageParam }) =>
      valueOf(await server.inbox.quarantine({ ...query, ...from(pageParam) })),
  });
}

export function useConflicts(settled: boolean) {
  const { server } = useConsole();
  return useInfiniteQuery({
    ...PAGED,
    queryKey: [...INBOX_KEY, 'conflicts', settled],
    queryFn: async ({ pageParam }) => valueOf(await server.inbox.conflicts({ settled, ...from(pageParam) })),
  });
}

export function useIncomplete() {
  const { server } = useConsole();
  return useInfiniteQuery({
    ...PAGED,
    queryKey: [...INBOX_KEY, 'incomplete'],
    queryFn: async ({ pageParam }) =>
      valueOf(await server.inbox.incomplete(pageParam === null ? {} : { after: pageParam })),
    // Contents come without a word to the console.
    refetchInterval: STEADY,
  });
}

export function useAudit(query: AuditQuery) {
  const { server } = useConsole();
  return useInfiniteQuery({
    ...PAGED,
    queryKey: [...INBOX_KEY, 'audit', query],
    queryFn: async ({ pageParam }) => valueOf(await server.inbox.audit({ ...query, ...from(pageParam) })),
  });
}

export function useQuarantined(item: number) {
  const { server } = useConsole();
  return useQuery({
    queryKey: [...INBOX_KEY, 'quarantined', item],
    queryFn: async () => valueOf(await server.inbox.quarantined(item)),
  });
}

export function useConflict(item: number) {
  const { server } = useConsole();
  return useQuery({
    queryKey: [...INBOX_KEY, 'conflict', item],
    queryFn: async () => valueOf(await server.inbox.conflict(item)),
  });
}

export function useQuestions(surveyId: string | null, version: string | null) {
  const { server } = useConsole();
  return useQuery({
    queryKey: ['questions', surveyId, version],
    enabled: surveyId !== null && version !== null,
    queryFn: async () => valueOf(await server.inbox.questions(surveyId ?? '', version ?? '')),
  });
}

/** What a person decides on a quarantined item. */
export type Decision =
  | { readonly act: 'retry' }
  | { readonly act: 'bringBack' }
  | { readonly act: 'takeBack' }
  | { readonly act: 'dismiss'; readonly why: string }
  | { readonly act: 'fix'; readonly fix: FixRequest };

/** Done when the lists show it. */
export function useDecision(item: number) {
  const { server } = useConsole();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (decision: Decision) => {
      const { inbox } = server;
      if (decision.act === 'fix') return valueOf(await inbox.fix(item, decision.fix));
      if (decision.act === 'dismiss') return valueOf(await inbox.dismiss(item, decision.why));
      return valueOf(await inbox[decision.act](item));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: INBOX_KEY }),
  });
}

/** Counts whatever the device sent while it was revoked; done when the lists show it. */
export function useAcceptance(deviceId: string) {
  const { server } = useConsole();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => valueOf(await server.inbox.accept(deviceId)),
    onSuccess: () => client.invalidateQueries({ queryKey: INBOX_KEY }),
  });
}

export function useChoice(item: number) {
  const { server } = useConsole();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (choice: ConflictChoice) => valueOf(await server.inbox.choose(item, choice)),
    onSuccess: () => client.invalidateQueries({ queryKey: INBOX_KEY }),
  });
}
