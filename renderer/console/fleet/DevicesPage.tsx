import { useEffect, useMemo, useRef, useState } from 'react';
import type { Fleet, TouchpointList } from '../../../core/protocol/index.ts';
import { makeFormats } from '../format/formats.ts';
import { Card } from '../frame/Card.tsx';
import { EmptyNote } from '../frame/EmptyNote.tsx';
import { useNow } from '../frame/useNow.ts';
import page from '../overview/OverviewPage.module.css';
import { StaleNote } from '../overview/StaleNote.tsx';
import type { Contact } from '../server/useLive.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { DeviceDetail } from './DeviceDetail.tsx';
import styles from './DevicesPage.module.css';
import { FleetHeader } from './FleetHeader.tsx';
import { FleetCard } from './FleetCard.tsx';
import { sortFleet } from './fleetView.ts';

interface DevicesPageProps {
  readonly fleet: Fleet;
  readonly touchpoints: TouchpointList['touchpoints'];
  /** When it arrived, by this machine's clock. */
  readonly updatedAt: number;
  readonly stale: boolean;
  readonly contact: Contact;
  readonly deviceId: string | null;
}

/** Every device in a list, and one of them in full beside it: the one that was chosen, or who needs somebody most. */
export function DevicesPage({ fleet, touchpoints, updatedAt, stale, contact, deviceId }: DevicesPageProps) {
  const { say, language } = useConsole();
  const formats = useMemo(
    () => makeFormats(language, Intl.DateTimeFormat().resolvedOptions().timeZone, say('justNow')),
    [language, say],
  );
  const now = useNow(fleet.now, updatedAt);
  const shown = useMemo(() => sortFleet(fleet.devices), [fleet.devices]);
  // Whoever stood first when the screen opened stays open: a panel must not change under the reader.
  const [opened] = useState(shown[0]?.device.deviceId);
  const chosen = shown.find(({ device }) => device.deviceId === (deviceId ?? opened)) ?? shown[0];
  const detail = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (deviceId === null) return;
    const isBeside = matchMedia('(min-width: 56.01rem)').matches;
    detail.current?.focus({ preventScroll: isBeside });
  }, [deviceId]);
  return (
    <div className={page.page}>
      <title>{`${say('nav.devices')} · ${say('product')}`}</title>
      <FleetHeader
        touchpoints={touchpoints}
        contact={stale ? 'lost' : contact}
        updatedAt={fleet.now}
        formats={formats}
        now={now}
      />
      {stale && <StaleNote time={formats.clock(fleet.now)} />}
      {chosen === undefined ? (
        <Card title={say('fleet.none')}>
          <EmptyNote hint={say('devices.noneHint')} />
        </Card>
      ) : (
        <div className={styles.columns}>
          <FleetCard fleet={shown} chosenId={chosen.device.deviceId} formats={formats} now={now} />
          <div ref={detail} tabIndex={-1} className={styles.detail}>
            <DeviceDetail key={chosen.device.deviceId} shown={chosen} formats={formats} now={now} />
          </div>
        </div>
      )}
    </div>
  );
}
