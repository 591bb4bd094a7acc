import { SegmentedControl, Skeleton, VisuallyHidden } from '@mantine/core';
import { Suspense, lazy, useMemo, useState } from 'react';
import type { OverviewHour } from '../../../core/protocol/index.ts';
import type { Formats } from '../format/formats.ts';
import { Card } from '../frame/Card.tsx';
import { EmptyNote } from '../frame/EmptyNote.tsx';
import { useConsole } from '../settings/consoleContext.ts';
import { FEW_ANSWERS, dayOfHours } from './dayOfHours.ts';
import styles from './HoursCard.module.css';
import { HourTable } from './HourTable.tsx';

const HourChart = lazy(async () => ({ default: (await import('./HourChart.tsx')).HourChart }));

interface HoursCardProps {
  readonly hours: readonly OverviewHour[];
  /** The server's clock: the day is drawn up to the running hour. */
  readonly now: number;
  readonly formats: Formats;
}

/** How the day went: a picture with a table behind it, or the table itself. */
export function HoursCard({ hours, now, formats }: HoursCardProps) {
  const { say } = useConsole();
  const [view, setView] = useState('chart');
  const shown = useMemo(() => dayOfHours(hours, now), [hours, now]);
  if (shown.length === 0) {
    return (
      <Card className={styles.card} title={say('hours.title')}>
        <EmptyNote title={say('hours.none')} hint={say('hours.noneHint')} />
      </Card>
    );
  }
  return (
    <Card
      className={styles.card}
      title={say('hours.title')}
      aside={<ViewSwitch view={view} onChange={setView} />}
    >
      {view === 'table' ? (
        <HourTable hours={shown} formats={formats} />
      ) : (
        <>
          <Legend few={shown.some(({ uncertain }) => uncertain)} formats={formats} />
          <Suspense fallback={<Skeleton height="17rem" />}>
            <HourChart hours={shown} formats={formats} />
          </Suspense>
          <VisuallyHidden>
            <HourTable hours={shown} formats={formats} />
          </VisuallyHidden>
        </>
      )}
    </Card>
  );
}

function Legend({ few, formats }: { readonly few: boolean; readonly formats: Formats }) {
  const { say } = useConsole();
  return (
    <p aria-hidden="true" className={styles.legend}>
      <span className={styles.sure}>{say('hours.caption')}</span>
      {few && <span className={styles.few}>{say('hours.few', { n: formats.count(FEW_ANSWERS) })}</span>}
      <span className={styles.count}>{say('hours.answers')}</span>
    </p>
  );
}

function ViewSwitch({
  view,
  onChange,
}: {
  readonly view: string;
  readonly onChange: (view: string) => void;
}) {
  const { say } = useConsole();
  return (
    <SegmentedControl
      size="xs"
      aria-label={say('hours.view')}
      value={view}
      onChange={onChange}
      data={[
        { value: 'chart', label: say('hours.chart') },
        { value: 'table', label: say('hours.table') },
      ]}
    />
  );
}
