import { KeyGrid } from '../KeyGrid.tsx';
import type { QuestionSay } from '../questionWord.ts';
import { dayText, daysIn, placesBefore, type Day } from './calendar.ts';
import styles from './DayPicker.module.css';
import { dayFormat } from './dayNames.ts';

/** So many years stand on a page. */
export const YEARS = 20;

/** The first year of the page; pages are laid so that today's has more past than future. */
export const firstYear = (year: number, today: number): number => {
  const first = today - (YEARS - 5);
  return first + Math.floor((year - first) / YEARS) * YEARS;
};

interface LevelProps {
  readonly at: Day;
  readonly chosen: Day | undefined;
  readonly say: QuestionSay;
  readonly onChoose: (value: number) => void;
}

export function YearLevel({ at, chosen, today, say, onChoose }: LevelProps & { readonly today: Day }) {
  const first = firstYear(at.year, today.year);
  const keys = Array.from({ length: YEARS }, (_, index) => first + index)
    .filter((year) => year > 0)
    .map((year) => ({ name: String(year), label: String(year) }));
  return (
    <KeyGrid
      label={say('date.year')}
      keys={keys}
      columns={5}
      chosen={chosen === undefined ? undefined : String(chosen.year)}
      near={String(at.year)}
      onChoose={(name) => onChoose(Number(name))}
    />
  );
}

export function MonthLevel({
  at,
  chosen,
  languages,
  say,
  onChoose,
}: LevelProps & { readonly languages: readonly string[] }) {
  const name = dayFormat(languages, { month: 'short' });
  const spoken = dayFormat(languages, { month: 'long', year: 'numeric' });
  const keys = Array.from({ length: 12 }, (_, index) => {
    const day = { year: at.year, month: index + 1, day: 1 };
    return { name: String(index + 1), label: name(day), spoken: spoken(day) };
  });
  return (
    <KeyGrid
      label={say('date.month')}
      keys={keys}
      columns={4}
      chosen={chosen?.year === at.year ? String(chosen.month) : undefined}
      near={String(at.month)}
      onChoose={(value) => onChoose(Number(value))}
    />
  );
}

interface DayLevelProps {
  readonly at: Day;
  readonly chosen: Day | undefined;
  readonly today: Day;
  readonly languages: readonly string[];
  readonly say: QuestionSay;
  readonly onChoose: (day: Day) => void;
}

export function DayLevel({ at, chosen, today, languages, say, onChoose }: DayLevelProps) {
  const { year, month } = at;
  const weekday = dayFormat(languages, { weekday: 'short' });
  const spoken = dayFormat(languages, { dateStyle: 'full' });
  const days = Array.from({ length: daysIn(year, month) }, (_, index) => ({ year, month, day: index + 1 }));
  return (
    <div>
      <div className={styles.week} aria-hidden="true">
        {/* The first week of January 2024 began on a Monday. */}
        {[1, 2, 3, 4, 5, 6, 7].map((day) => (
          <span key={day}>{weekday({ year: 2024, month: 1, day })}</span>
        ))}
      </div>
      <KeyGrid
        label={say('date.day')}
        keys={days.map((day) => ({ name: dayText(day), label: String(day.day), spoken: spoken(day) }))}
        columns={7}
        skip={placesBefore(year, month)}
        chosen={chosen === undefined ? undefined : dayText(chosen)}
        near={dayText(today)}
        onChoose={(name) => onChoose({ year, month, day: Number(name.slice(-2)) })}
      />
    </div>
  );
}
