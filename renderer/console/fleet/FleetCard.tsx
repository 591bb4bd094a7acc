import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Formats } from '../format/formats.ts';
import { Card } from '../frame/Card.tsx';
import { EmptyNote } from '../frame/EmptyNote.tsx';
import { useConsole } from '../settings/consoleContext.ts';
import styles from './FleetCard.module.css';
import { FleetTable } from './FleetTable.tsx';
import { findIn, needsSomebody } from './fleetView.ts';
import type { Shown } from './troubles.ts';

interface FleetCardProps {
  readonly fleet: readonly Shown[];
  readonly chosenId: string;
  readonly formats: Formats;
  readonly now: number;
}

/** As many as are read at once; a browser draws thousands only slowly. */
const STEP = 50;

/** The list, and what narrows it down. */
export function FleetCard({ fleet, chosenId, formats, now }: FleetCardProps) {
  const { say } = useConsole();
  const [wanted, setWanted] = useState('');
  const [only, setOnly] = useState<string>('all');
  const [most, setMost] = useState(STEP);
  const needing = fleet.filter(needsSomebody);
  const found = findIn(only === 'needing' ? needing : fleet, wanted);
  const hidden = Math.max(0, found.length - most);
  return (
    <Card
      title={say('fleet.list')}
      aside={say('devices.count', { count: fleet.length, n: formats.count(fleet.length) })}
    >
      <div className={styles.tools}>
        <TextInput
          type="search"
          aria-label={say('fleet.search')}
          placeholder={say('fleet.search')}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
          className={styles.search ?? ''}
        />
        <SegmentedControl
          aria-label={say('fleet.show')}
          value={only}
          onChange={setOnly}
          data={[
            { value: 'all', label: say('fleet.all') },
            { value: 'needing', label: say('fleet.needing', { n: formats.count(needing.length) }) },
          ]}
        />
      </div>
      {found.length === 0 ? (
        <EmptyNote
          title={say(wanted === '' ? 'fleet.noneNeeding' : 'fleet.noMatch')}
          hint={say(wanted === '' ? 'fleet.noneNeedingHint' : 'fleet.noMatchHint')}
        />
      ) : (
        <FleetTable fleet={found.slice(0, most)} chosenId={chosenId} formats={formats} now={now} />
      )}
      {hidden > 0 && (
        <Button variant="default" size="sm" mt="sm" onClick={() => setMost(most + STEP)}>
          {say('comments.more', { count: Math.min(hidden, STEP), n: formats.count(Math.min(hidden, STEP)) })}
        </Button>
      )}
    </Card>
  );
}
