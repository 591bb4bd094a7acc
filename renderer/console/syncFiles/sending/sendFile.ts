import type { SyncUpload } from '../../../../core/protocol/index.ts';
import type { ConsoleServer } from '../../server/consoleServer.ts';

/** What proxies let pass in one body, and what comes through within a minute on a bad line. */
const PART = 1024 * 1024;
const WAITS = [500, 1_000, 2_000, 4_000, 8_000];
/** Trying again would change nothing. */
const FINAL = ['not_found', 'not_signed_in', 'forbidden'];

interface SendOptions {
  readonly signal: AbortSignal;
  /** Told after each part, and when the line breaks (`isWaiting`). */
  readonly onProgress: (upload: SyncUpload, isWaiting: boolean) => void;
}

/** Sends what the server does not have yet of a file, part by part; where the line breaks it waits and goes on. */
export async function sendFile(
  server: Pick<ConsoleServer, 'sendPart' | 'syncFile'>,
  begun: SyncUpload,
  file: Blob,
  { signal, onProgress }: SendOptions,
): Promise<void> {
  const isCancelled = (): boolean => signal.aborted;
  let upload = begun;
  let failures = 0;
  onProgress(upload, false);
  while (upload.phase === 'receiving' && !isCancelled()) {
    const { uploadId, offset } = upload;
    const sent = await server.sendPart(uploadId, offset, file.slice(offset, offset + PART), signal);
    if (sent.ok) {
      upload = sent.value;
      failures = 0;
      onProgress(upload, false);
      continue;
    }
    if (isCancelled() || FINAL.includes(sent.error.code)) return;
    onProgress(upload, sent.error.code !== 'upload_elsewhere');
    await pause(WAITS[Math.min(failures, WAITS.length - 1)] ?? 0, signal);
    failures += 1;
    const asked = await server.syncFile(uploadId);
    if (asked.ok) upload = asked.value;
    else if (FINAL.includes(asked.error.code)) return;
  }
}

const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const due = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(due);
      resolve();
    });
  });
