import { Skeleton } from '@mantine/core';
import { useLate } from '../frame/useLate.ts';
import page from '../overview/OverviewPage.module.css';
import { FailedNote } from '../people/FailedNote.tsx';
import { useFleet } from '../server/useFleet.ts';
import type { Contact } from '../server/useLive.ts';
import { useTouchpoints } from '../server/useOverview.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { DevicesPage } from './DevicesPage.tsx';

interface DevicesScreenProps {
  /** The device that the address names. */
  readonly deviceId: string | null;
  readonly contact: Contact;
}

/** All devices, and what stands in for them while they are not there. */
export function DevicesScreen({ deviceId, contact }: DevicesScreenProps) {
  const fleet = useFleet();
  const touchpoints = useTouchpoints();
  if (fleet.data === undefined) {
    if (fleet.isError) return <FailedNote error={fleet.error} onTryNow={() => void fleet.refetch()} />;
    return <FleetSkeleton />;
  }
  return (
    <DevicesPage
      fleet={fleet.data}
      touchpoints={touchpoints.data?.touchpoints ?? []}
      updatedAt={fleet.dataUpdatedAt}
      stale={fleet.isError}
      contact={contact}
      deviceId={deviceId}
    />
  );
}

function FleetSkeleton() {
  const { say } = useConsole();
  const late = useLate();
  return (
    <div role="status" aria-label={say('fleet.loading')} className={page.page}>
      {late && (
        <>
          <Skeleton height="2.25rem" width="14rem" />
          <div className={page.columns}>
            <Skeleton height="24rem" radius="lg" />
            <Skeleton height="24rem" radius="lg" />
          </div>
        </>
      )}
    </div>
  );
}
