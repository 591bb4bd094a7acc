import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Key } from '../../ui/Key.tsx';
import { currentText } from '../currentValue.ts';
import type { DrawnProps } from '../questionProps.ts';
import { clockText, dayOf, readClock, readDay, zoneOf, type Clock } from './calendar.ts';
import styles from './DateEntry.module.css';
import { dayFormat } from './dayNames.ts';
import { DayPicker, type Precision } from './DayPicker.tsx';
import { TimePicker } from './TimePicker.tsx';

/** A day, a time or both, by taps; without the network, a system's picker or a keyboard. */
export function DateEntry(props: DrawnProps) {
  const { view, alone, labelId, describedBy, say } = props;
  const [open, setOpen] = useState(false);
  const shown = shownAs(props);
  return (
    <div
      role="group"
      aria-labelledby={labelId}
      aria-describedby={describedBy}
      className={styles.entry}
      data-both={view.type === 'dateTime' ? '' : undefined}
    >
      {!alone && (
        <Button
          className={styles.value}
          aria-expanded={open}
          lang={shown === undefined ? say.language : undefined}
          onClick={() => setOpen(!open)}
        >
          {shown ?? say(view.type === 'time' ? 'choose' : 'date.choose')}
        </Button>
      )}
      {(alone || open) && <Pickers {...props} />}
    </div>
  );
}

function Pickers(props: DrawnProps) {
  const { view, language, say, onAnswer, onType } = props;
  const { day, clock } = partsOf(props);
  const [part, setPart] = useState<'day' | 'time'>(view.type === 'time' ? 'time' : 'day');
  const languages = [language, say.language];
  const precision = precisionOf(view.appearance);

  const give = (newDay: string | undefined, newClock: Clock): void => {
    const text = view.type === 'time' ? timeText(newClock) : `${newDay ?? ''}T${timeText(newClock, newDay)}`;
    const complete = newClock.hour !== undefined && newClock.minute !== undefined;
    if (complete && (view.type === 'time' || newDay !== undefined)) onAnswer(text, { complete: false });
    else onType(text);
  };

  return (
    <>
      {view.type === 'dateTime' && (
        <div className={styles.parts}>
          <Key on={part === 'day'} aria-pressed={part === 'day'} onClick={() => setPart('day')}>
            {day === undefined
              ? say('date.day')
              : dayFormat(languages, { dateStyle: 'medium' })(readDay(day) ?? dayOf(new Date()))}
          </Key>
          <Key on={part === 'time'} aria-pressed={part === 'time'} onClick={() => setPart('time')}>
            {clock.hour === undefined && clock.minute === undefined ? say('date.hour') : clockText(clock)}
          </Key>
        </div>
      )}
      {part === 'day' ? (
        <DayPicker
          chosen={day === undefined ? undefined : readDay(day)}
          precision={precision}
          languages={languages}
          say={say}
          onChoose={(chosen) => {
            if (view.type === 'date') onAnswer(chosen, { complete: false });
            else {
              give(chosen, clock);
              setPart('time');
            }
          }}
        />
      ) : (
        <TimePicker clock={clock} say={say} onChange={(next) => give(day, next)} />
      )}
    </>
  );
}

function partsOf(props: DrawnProps): { readonly day: string | undefined; readonly clock: Clock } {
  const text = currentText(props);
  if (props.view.type === 'time') return { day: undefined, clock: readClock(text) };
  const [day = '', time = ''] = text.split('T');
  return { day: readDay(day) === undefined ? undefined : day, clock: readClock(time) };
}

const precisionOf = (appearance: readonly string[]): Precision =>
  appearance.includes('year') ? 'year' : appearance.includes('month-year') ? 'month' : 'day';

function timeText(clock: Clock, day?: string): string {
  const { hour, minute } = clock;
  if (hour === undefined || minute === undefined) return clockText(clock);
  const at = (day === undefined ? undefined : readDay(day)) ?? dayOf(new Date());
  return `${clockText(clock)}:00.000${zoneOf(at, hour, minute)}`;
}

/** What was chosen, as people write it. */
function shownAs(props: DrawnProps): string | undefined {
  const { view, language, say } = props;
  const { day, clock } = partsOf(props);
  const read = day === undefined ? undefined : readDay(day);
  const format = {
    day: { dateStyle: 'long' },
    month: { year: 'numeric', month: 'long' },
    year: { year: 'numeric' },
  } as const;
  const date =
    read === undefined
      ? undefined
      : dayFormat([language, say.language], format[precisionOf(view.appearance)])({ ...read });
  if (view.type === 'date') return date;
  const time = clock.hour === undefined || clock.minute === undefined ? undefined : clockText(clock);
  if (view.type === 'time') return time;
  return date === undefined ? undefined : `${date}, ${time ?? '–'}`;
}
