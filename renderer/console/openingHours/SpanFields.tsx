import { Button, CloseButton, Input } from '@mantine/core';
import type { Span } from '../../../core/protocol/index.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { endsNextDay, NO_TIMES, SHOP_DAY } from './hoursDraft.ts';
import styles from './OpeningHours.module.css';

interface SpanFieldsProps {
  /** The day, as its fields are called. */
  readonly day: string;
  readonly spans: readonly Span[];
  readonly onChange: (spans: readonly Span[]) => void;
}

/** From when to when on one day, as often as it opens; none: closed. */
export function SpanFields({ day, spans, onChange }: SpanFieldsProps) {
  const { say } = useConsole();
  const another = say(spans.length === 0 ? 'opening.open' : 'opening.add');
  const change = (index: number, part: Partial<Span>): void =>
    onChange(spans.map((span, at) => (at === index ? { ...span, ...part } : span)));
  return (
    <div className={styles.spans}>
      {spans.length === 0 && <span className={styles.closed}>{say('opening.closed')}</span>}
      {spans.map((span, index) => (
        // A span has no name but its place.
        <div key={index} className={styles.span}>
          <TimeField
            label={say('opening.from', { day })}
            value={span.from}
            onChange={(from) => change(index, { from })}
          />
          <span aria-hidden="true">–</span>
          <TimeField
            label={say('opening.to', { day })}
            value={span.to}
            onChange={(to) => change(index, { to })}
          />
          {endsNextDay(span) && <span className={styles.note}>{say('opening.nextDay')}</span>}
          <CloseButton
            aria-label={say('opening.remove', { day })}
            onClick={() => onChange(spans.toSpliced(index, 1))}
          />
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        className={styles.add ?? ''}
        disabled={spans.length >= 10}
        onClick={() => onChange([...spans, spans.length === 0 ? SHOP_DAY : NO_TIMES])}
        aria-label={`${day}: ${another}`}
      >
        {another}
      </Button>
    </div>
  );
}

interface TimeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function TimeField({ label, value, onChange }: TimeFieldProps) {
  return (
    <Input
      type="time"
      aria-label={label}
      className={styles.time ?? ''}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
