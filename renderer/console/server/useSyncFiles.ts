import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { SyncUpload, SyncUploadList } from '../../../core/protocol/index.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { valueOf } from './refusedRequest.ts';

const STEADY = 30_000;
/** While the server is at work on a file. */
const BUSY = 700;

export const SYNC_FILES_KEY = ['syncFiles'] as const;

const isWorkedOn = ({ phase }: SyncUpload): boolean => phase === 'looking' || phase === 'merging';

export function useSyncFiles() {
  const { server } = useConsole();
  return useQuery({
    queryKey: SYNC_FILES_KEY,
    queryFn: async () => valueOf(await server.syncFiles()).uploads,
    refetchInterval: ({ state }) => (state.data?.some(isWorkedOn) === true ? BUSY : STEADY),
  });
}

/** Puts into the list what the server has just said of one upload. */
export const withUpload = (list: SyncUploadList['uploads'] = [], upload: SyncUpload) =>
  list.some(({ uploadId }) => uploadId === upload.uploadId)
    ? list.map((other) => (other.uploadId === upload.uploadId ? upload : other))
    : [upload, ...list];

export function useDecision(uploadId: string) {
  const { server } = useConsole();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (what: 'merge' | 'preview' | 'remove') => {
      if (what === 'remove') valueOf(await server.removeSyncFile(uploadId));
      else valueOf(await server.decideSyncFile(uploadId, what));
    },
    onSettled: () => client.invalidateQueries({ queryKey: SYNC_FILES_KEY }),
  });
}
