import { Glyph } from '../../ui/Glyph.tsx';
import { Key } from '../../ui/Key.tsx';
import { KeyGrid } from '../KeyGrid.tsx';
import type { QuestionSay } from '../questionWord.ts';
import type { Clock } from './calendar.ts';
import styles from './TimePicker.module.css';

interface TimePickerProps {
  readonly clock: Clock;
  readonly say: QuestionSay;
  readonly onChange: (clock: Clock) => void;
}

const two = (value: number): string => String(value).padStart(2, '0');
const keysTo = (end: number, step: number) =>
  Array.from({ length: end / step }, (_, index) => ({ name: two(index * step), label: two(index * step) }));
const HOURS = keysTo(24, 1);
const MINUTES = keysTo(60, 5);

/** The hour in one tap, the minute in one; single minutes beside. */
export function TimePicker({ clock, say, onChange }: TimePickerProps) {
  const { hour, minute } = clock;
  const nudge = (by: number): void => {
    const all = ((hour ?? 0) * 60 + (minute ?? 0) + by + 1440) % 1440;
    onChange({ hour: Math.floor(all / 60), minute: all % 60 });
  };
  return (
    <div className={styles.picker} dir="ltr">
      <div className={styles.clock}>
        <Key
          lang={say.language}
          aria-label={say('less', { name: say('date.minute') })}
          onClick={() => nudge(-1)}
        >
          <Glyph of="minus" />
        </Key>
        <output className={styles.time}>
          {hour === undefined ? '––' : two(hour)}:{minute === undefined ? '––' : two(minute)}
        </output>
        <Key
          lang={say.language}
          aria-label={say('more', { name: say('date.minute') })}
          onClick={() => nudge(1)}
        >
          <Glyph of="plus" />
        </Key>
      </div>
      <p className={styles.word} lang={say.language} aria-hidden="true">
        {say('date.hour')}
      </p>
      <KeyGrid
        label={say('date.hour')}
        keys={HOURS}
        columns={6}
        chosen={hour === undefined ? undefined : two(hour)}
        near="12"
        onChoose={(name) => onChange({ hour: Number(name), minute })}
      />
      <p className={styles.word} lang={say.language} aria-hidden="true">
        {say('date.minute')}
      </p>
      <KeyGrid
        label={say('date.minute')}
        keys={MINUTES}
        columns={6}
        chosen={minute === undefined ? undefined : two(minute)}
        onChoose={(name) => onChange({ hour, minute: Number(name) })}
      />
    </div>
  );
}
