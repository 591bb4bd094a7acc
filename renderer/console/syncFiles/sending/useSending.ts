import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { err, ok, type Result } from '../../../../core/kernel/index.ts';
import type { SyncUpload, SyncUploadList } from '../../../../core/protocol/index.ts';
import type { ConsoleServer } from '../../server/consoleServer.ts';
import { SYNC_FILES_KEY, withUpload } from '../../server/useSyncFiles.ts';
import { useConsole } from '../../settings/consoleContext.ts';
import { fingerprint } from './fingerprint.ts';
import { sendFile } from './sendFile.ts';

/** A file that could not even be begun. */
export interface Unsent {
  readonly key: string;
  readonly name: string;
  /** A code of the problem catalogue, or that this browser could not read it. */
  readonly why: string;
}

/** On its way, waiting for the line to come back, or for those before it. */
export type SendingState = 'sending' | 'waiting' | 'queued';

export interface Sending {
  /** By upload; others are not sent by this page. */
  readonly states: ReadonlyMap<string, SendingState>;
  readonly unsent: readonly Unsent[];
  readonly take: (files: readonly File[]) => void;
  readonly cancel: (uploadId: string) => void;
  readonly forget: (key: string) => void;
}

let made = 0;
const newKey = (): string => `unsent-${String((made += 1))}`;

type Uploads = SyncUploadList['uploads'];

/** Files on their way to the server, one after the other, for as long as the page is open. */
export function useSending(): Sending {
  const { server } = useConsole();
  const client = useQueryClient();
  const [states, setStates] = useState<ReadonlyMap<string, SendingState>>(new Map());
  const [unsent, setUnsent] = useState<readonly Unsent[]>([]);
  const beginning = useRef(Promise.resolve());
  const queue = useRef(Promise.resolve());
  const running = useRef(new Map<string, AbortController>());
  useEffect(() => {
    const left = running.current;
    return () => left.forEach((abort) => abort.abort());
  }, []);

  const note = (uploadId: string, state: SendingState | null): void =>
    setStates((before) => {
      const after = new Map(before);
      if (state === null) after.delete(uploadId);
      else after.set(uploadId, state);
      return after;
    });
  const show = (upload: SyncUpload): void => {
    client.setQueryData<Uploads>(SYNC_FILES_KEY, (list) => withUpload(list, upload));
  };

  /** All are begun before the first is sent, so that each is on the screen, and known again after a reload. */
  const begin = async (file: File): Promise<void> => {
    const begun = await beginOrGoOn(server, file);
    if (!begun.ok) {
      setUnsent((before) => [...before, { key: newKey(), name: file.name, why: begun.error }]);
      return;
    }
    const upload = begun.value;
    const abort = new AbortController();
    running.current.set(upload.uploadId, abort);
    show(upload);
    note(upload.uploadId, 'queued');
    queue.current = queue.current.then(() => send(upload, file, abort.signal)).catch(() => undefined);
  };
  const send = async (upload: SyncUpload, file: File, signal: AbortSignal): Promise<void> => {
    await sendFile(server, upload, file, {
      signal,
      onProgress: (now, isWaiting) => {
        if (signal.aborted) return;
        show(now);
        note(now.uploadId, isWaiting ? 'waiting' : 'sending');
      },
    });
    running.current.delete(upload.uploadId);
    note(upload.uploadId, null);
    void client.invalidateQueries({ queryKey: SYNC_FILES_KEY });
  };
  useAskBeforeLeaving(states.size > 0);

  return {
    states,
    unsent,
    take: (files) => {
      for (const file of files)
        beginning.current = beginning.current.then(() => begin(file)).catch(() => undefined);
    },
    cancel: (uploadId) => running.current.get(uploadId)?.abort(),
    forget: (key) => setUnsent((before) => before.filter((one) => one.key !== key)),
  };
}

/** What is not sent yet is in this page only. */
function useAskBeforeLeaving(isSending: boolean): void {
  useEffect(() => {
    if (!isSending) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isSending]);
}

/** What an earlier page has left unfinished of the file, or a new upload. The error says why there is none, as `Unsent` does. */
async function beginOrGoOn(server: ConsoleServer, file: File): Promise<Result<SyncUpload, string>> {
  const print = await fingerprint(file).catch(() => null);
  if (print === null || file.size === 0) return err('unread');
  const listed = await server.syncFiles();
  const broken = listed.ok
    ? listed.value.uploads.find(({ phase, fingerprint: one }) => phase === 'receiving' && one === print)
    : undefined;
  if (broken !== undefined) return ok(broken);
  const begun = await server.beginSyncFile({ name: file.name, bytes: file.size, fingerprint: print });
  return begun.ok ? begun : err(begun.error.code);
}
