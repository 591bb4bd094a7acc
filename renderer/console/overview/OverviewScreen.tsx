import type { TouchpointList } from '../../../core/protocol/index.ts';
import { Instead } from '../frame/Instead.tsx';
import { FailedNote } from '../people/FailedNote.tsx';
import type { Contact } from '../server/useLive.ts';
import { useOverview, useTouchpoints } from '../server/useOverview.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { OverviewPage } from './OverviewPage.tsx';
import { OverviewSkeleton } from './OverviewSkeleton.tsx';
import { useChosenTouchpoint } from './useChosenTouchpoint.ts';

/** The console's first screen: chooses the touchpoint and stands in for numbers that are not there. */
export function OverviewScreen({ contact }: { readonly contact: Contact }) {
  const { say } = useConsole();
  const touchpoints = useTouchpoints();
  if (touchpoints.data === undefined) {
    return touchpoints.isError ? (
      <FailedNote error={touchpoints.error} onTryNow={() => void touchpoints.refetch()} />
    ) : (
      <OverviewSkeleton />
    );
  }
  const [first, ...others] = touchpoints.data.touchpoints;
  if (first === undefined) {
    return <Instead title={say('overview.noTouchpoint')} hint={say('overview.noTouchpointHint')} />;
  }
  return <ChosenOverview touchpoints={[first, ...others]} contact={contact} />;
}

type Touchpoints = TouchpointList['touchpoints'];

interface ChosenOverviewProps {
  readonly touchpoints: [Touchpoints[number], ...Touchpoints];
  readonly contact: Contact;
}

function ChosenOverview({ touchpoints, contact }: ChosenOverviewProps) {
  const [touchpointId, choose] = useChosenTouchpoint(touchpoints);
  const overview = useOverview(touchpointId);
  if (overview.data === undefined) {
    return overview.isError ? (
      <FailedNote error={overview.error} onTryNow={() => void overview.refetch()} />
    ) : (
      <OverviewSkeleton />
    );
  }
  return (
    <OverviewPage
      touchpoints={touchpoints}
      overview={overview.data}
      updatedAt={overview.dataUpdatedAt}
      stale={overview.isError}
      contact={contact}
      onChoose={choose}
    />
  );
}
