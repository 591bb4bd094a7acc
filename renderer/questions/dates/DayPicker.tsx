import { useState } from 'react';
import { Glyph } from '../../ui/Glyph.tsx';
import { Key } from '../../ui/Key.tsx';
import type { QuestionSay } from '../questionWord.ts';
import { dayOf, dayText, type Day } from './calendar.ts';
import styles from './DayPicker.module.css';
import { dayFormat } from './dayNames.ts';
import { DayLevel, firstYear, MonthLevel, YearLevel, YEARS } from './levels.tsx';

export type Precision = 'day' | 'month' | 'year';
type Level = 'days' | 'months' | 'years';

interface DayPickerProps {
  readonly chosen: Day | undefined;
  readonly precision: Precision;
  readonly languages: readonly string[];
  readonly say: QuestionSay;
  readonly onChoose: (day: string) => void;
}

const LEVEL: Readonly<Record<Precision, Level>> = { day: 'days', month: 'months', year: 'years' };

/** Year, month, day: from the present month at once, from a birthday in four taps. */
export function DayPicker({ chosen, precision, languages, say, onChoose }: DayPickerProps) {
  const [today] = useState(() => dayOf(new Date()));
  const [at, setAt] = useState(chosen ?? today);
  const [level, setLevel] = useState<Level>(LEVEL[precision]);
  const choose = (day: Day): void => onChoose(dayText(day));
  const turn = (by: number): void => setAt(turned(at, level, by));

  return (
    <div className={styles.picker}>
      <Head
        title={titleOf(at, level, today, languages)}
        say={say}
        onTurn={turn}
        onRise={level === 'years' ? undefined : () => setLevel('years')}
      />
      {level === 'years' && (
        <YearLevel
          at={at}
          chosen={chosen}
          today={today}
          say={say}
          onChoose={(year) => {
            setAt({ ...at, year });
            if (precision === 'year') choose({ year, month: 1, day: 1 });
            else setLevel('months');
          }}
        />
      )}
      {level === 'months' && (
        <MonthLevel
          at={at}
          chosen={chosen}
          languages={languages}
          say={say}
          onChoose={(month) => {
            setAt({ ...at, month });
            if (precision === 'month') choose({ year: at.year, month, day: 1 });
            else setLevel('days');
          }}
        />
      )}
      {level === 'days' && (
        <DayLevel at={at} chosen={chosen} today={today} languages={languages} say={say} onChoose={choose} />
      )}
      {precision === 'day' && (
        <Key
          lang={say.language}
          className={styles.today ?? ''}
          onClick={() => {
            setAt(today);
            setLevel('days');
            choose(today);
          }}
        >
          {say('date.today')}
        </Key>
      )}
    </div>
  );
}

interface HeadProps {
  readonly title: string;
  readonly say: QuestionSay;
  readonly onTurn: (by: number) => void;
  /** From days and months to years. */
  readonly onRise: (() => void) | undefined;
}

function Head({ title, say, onTurn, onRise }: HeadProps) {
  return (
    <div className={styles.head}>
      <Key lang={say.language} aria-label={say('date.earlier')} onClick={() => onTurn(-1)}>
        <Glyph of="back" />
      </Key>
      <Key className={styles.title ?? ''} disabled={onRise === undefined} onClick={onRise}>
        <span aria-live="polite">{title}</span>
      </Key>
      <Key lang={say.language} aria-label={say('date.later')} onClick={() => onTurn(1)}>
        <Glyph of="on" />
      </Key>
    </div>
  );
}

function turned({ year, month }: Day, level: Level, by: number): Day {
  if (level === 'years') return { year: inBounds(year + by * YEARS), month, day: 1 };
  if (level === 'months') return { year: inBounds(year + by), month, day: 1 };
  const months = year * 12 + month - 1 + by;
  return { year: inBounds(Math.floor(months / 12)), month: (months % 12) + 1, day: 1 };
}

const inBounds = (year: number): number => Math.min(9999, Math.max(1, year));

function titleOf(at: Day, level: Level, today: Day, languages: readonly string[]): string {
  if (level === 'days') return dayFormat(languages, { year: 'numeric', month: 'long' })({ ...at, day: 1 });
  if (level === 'months') return String(at.year);
  const first = firstYear(at.year, today.year);
  return `${String(first)} – ${String(first + YEARS - 1)}`;
}
