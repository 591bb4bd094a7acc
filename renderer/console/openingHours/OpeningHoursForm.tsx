import { Button, CloseButton, Input, SegmentedControl } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import type { OpeningHours } from '../../../core/protocol/index.ts';
import { useConsole } from '../settings/consoleContext.ts';
import { draftOf, hoursOf, problemOf, type DraftProblem, type HoursDraft } from './hoursDraft.ts';
import styles from './OpeningHours.module.css';
import { SpanFields } from './SpanFields.tsx';

interface OpeningHoursFormProps {
  readonly openingHours: OpeningHours | undefined;
  readonly timezone: string;
  readonly saving: boolean;
  readonly onSave: (openingHours: OpeningHours | null) => void;
  readonly onCancel: () => void;
}

/** When a touchpoint is open: always, or by the week with days that differ. */
export function OpeningHoursForm({
  openingHours,
  timezone,
  saving,
  onSave,
  onCancel,
}: OpeningHoursFormProps) {
  const { say } = useConsole();
  const [draft, setDraft] = useState(() => draftOf(openingHours));
  const [problem, setProblem] = useState<DraftProblem | null>(null);
  const change = (part: Partial<HoursDraft>): void => {
    setDraft({ ...draft, ...part });
    setProblem(null);
  };
  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    const found = problemOf(draft);
    if (found === null) onSave(hoursOf(draft));
    else setProblem(found);
  };
  return (
    <form onSubmit={save} className={styles.form}>
      <p className={styles.hint}>{say('opening.hint', { zone: timezone })}</p>
      <SegmentedControl
        aria-label={say('opening.title')}
        fullWidth
        value={draft.always ? 'always' : 'hours'}
        onChange={(chosen) => change({ always: chosen === 'always' })}
        data={[
          { value: 'always', label: say('opening.always') },
          { value: 'hours', label: say('opening.atHours') },
        ]}
      />
      {!draft.always && (
        <>
          <Week week={draft.week} onChange={(week) => change({ week })} />
          <OtherDays days={draft.otherDays} onChange={(otherDays) => change({ otherDays })} />
        </>
      )}
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {say(`opening.problem.${problem}`)}
        </p>
      )}
      <div className={styles.buttons}>
        <Button variant="default" onClick={onCancel}>
          {say('cancel')}
        </Button>
        <Button type="submit" loading={saving}>
          {say('opening.save')}
        </Button>
      </div>
    </form>
  );
}

interface WeekProps {
  readonly week: HoursDraft['week'];
  readonly onChange: (week: HoursDraft['week']) => void;
}

function Week({ week, onChange }: WeekProps) {
  const { say, language } = useConsole();
  const weekdays = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  const [monday = []] = week;
  return (
    <section className={styles.section}>
      <ul className={styles.days}>
        {week.map((spans, index) => {
          // The first of January 2024 was a Monday.
          const day = weekdays.format(Date.UTC(2024, 0, 1 + index));
          return (
            <li key={day} className={styles.day}>
              <span className={styles.name}>{day}</span>
              <SpanFields
                day={day}
                spans={spans}
                onChange={(changed) => onChange(week.with(index, changed))}
              />
            </li>
          );
        })}
      </ul>
      <Button
        variant="default"
        size="sm"
        className={styles.add ?? ''}
        onClick={() => onChange(week.map((spans, index) => (index < 5 ? monday : spans)))}
      >
        {say('opening.likeMonday')}
      </Button>
    </section>
  );
}

interface OtherDaysProps {
  readonly days: HoursDraft['otherDays'];
  readonly onChange: (days: HoursDraft['otherDays']) => void;
}

function OtherDays({ days, onChange }: OtherDaysProps) {
  const { say, language } = useConsole();
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const named = (date: string): string =>
    date === '' ? say('opening.newDay') : dates.format(Date.parse(date));
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{say('opening.otherDays')}</h3>
      <p className={styles.hint}>{say('opening.otherDaysHint')}</p>
      <ul className={styles.days}>
        {days.map(({ date, spans }, index) => (
          // A day has no name but its place until its date is chosen.
          <li key={index} className={styles.day}>
            <Input
              type="date"
              aria-label={say('opening.date')}
              value={date}
              onChange={({ currentTarget }) =>
                onChange(days.with(index, { date: currentTarget.value, spans }))
              }
            />
            <SpanFields
              day={named(date)}
              spans={spans}
              onChange={(changed) => onChange(days.with(index, { date, spans: changed }))}
            />
            <CloseButton
              aria-label={say('opening.removeDay', { day: named(date) })}
              onClick={() => onChange(days.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ul>
      <Button
        variant="default"
        size="sm"
        className={styles.add ?? ''}
        disabled={days.length >= 400}
        onClick={() => onChange([...days, { date: '', spans: [] }])}
      >
        {say('opening.addDay')}
      </Button>
    </section>
  );
}
