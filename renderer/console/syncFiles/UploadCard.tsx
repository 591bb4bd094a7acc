import { Button } from '@mantine/core';
import type { SyncUpload } from '../../../core/protocol/index.ts';
import { sizeText } from '../fleet/sizeText.ts';
import type { Formats } from '../format/formats.ts';
import { TitledCard } from '../frame/TitledCard.tsx';
import { ProblemNote } from '../people/ProblemNote.tsx';
import { refusalOf } from '../server/refusedRequest.ts';
import { useDecision } from '../server/useSyncFiles.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { Downloads } from './Downloads.tsx';
import { ReportView } from './report/ReportView.tsx';
import type { Sending } from './sending/useSending.ts';
import { UploadProgress } from './UploadProgress.tsx';

interface UploadCardProps {
  readonly upload: SyncUpload;
  readonly sending: Sending;
  readonly formats: Formats;
  readonly now: number;
}

/** One file on its way: being sent, looked through, waiting for a word, taken in. */
export function UploadCard({ upload, sending, formats, now }: UploadCardProps) {
  const { language } = useConsole();
  const { name, bytes, startedBy, startedAt, phase, preview, report } = upload;
  const decision = useDecision(upload.uploadId);
  const about = [sizeText(language, bytes), startedBy, formats.ago(startedAt, now)];
  return (
    <TitledCard
      title={name}
      about={about}
      actions={<Actions upload={upload} sending={sending} decision={decision} formats={formats} />}
    >
      {decision.isError && <ProblemNote refusal={refusalOf(decision.error)} />}
      <UploadProgress upload={upload} state={sending.states.get(upload.uploadId)} formats={formats} />
      {phase === 'ready' && preview !== null && <ReportView report={preview} formats={formats} />}
      {report !== null && <ReportView report={report} formats={formats} />}
    </TitledCard>
  );
}

interface ActionsProps extends Pick<UploadCardProps, 'upload' | 'sending' | 'formats'> {
  readonly decision: ReturnType<typeof useDecision>;
}

function Actions({ upload, sending, decision, formats }: ActionsProps) {
  const { say } = useConsole();
  const { phase, preview, name, uploadId } = upload;
  const remove = (): void => {
    sending.cancel(uploadId);
    decision.mutate('remove');
  };
  if (phase === 'done') return <Downloads upload={upload} isProminent />;
  if (phase === 'merging') return null;
  const word = phase === 'receiving' && sending.states.has(uploadId) ? say('cancel') : say('sync.remove');
  return (
    <>
      <Button variant="subtle" size="sm" onClick={remove} aria-label={`${word}: ${name}`}>
        {word}
      </Button>
      {phase === 'ready' && (
        <Button
          size="sm"
          loading={decision.isPending}
          onClick={() => decision.mutate(preview === null ? 'preview' : 'merge')}
          aria-label={`${takeText(upload)}: ${name}`}
        >
          {takeText(upload)}
        </Button>
      )}
    </>
  );

  function takeText({ preview: seen }: SyncUpload): string {
    if (seen === null) return say('tryNow');
    const { counts, state } = seen;
    if (counts.read === 0 && state !== 'merged') return say('sync.keep');
    const fresh = counts.read - counts.duplicate;
    return fresh === 0 ? say('sync.takeKnown') : say('sync.take', { count: fresh, n: formats.count(fresh) });
  }
}
