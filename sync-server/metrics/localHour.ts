import { offsetAt } from '../../core/kernel/index.ts';

/** An hour of a place's own day. `from` is the moment it began; on the day that clocks go back, two hours have one name. */
export interface LocalHour {
  /** YYYY-MM-DD */
  readonly date: string;
  readonly hour: number;
  readonly from: number;
}

const HOUR = 3_600_000;
/** Zones change their offset only at whole quarters of an hour, so within a quarter it is one and the same hour. */
const QUARTER = 900_000;
const MOST_KEPT = 10_000;

const kept = new Map<string, Map<number, LocalHour>>();

/** `moment` between the years 1970 and 9999. Throws a RangeError on a zone that this machine does not know. */
export function localHour(moment: number, timezone: string): LocalHour {
  const quarter = Math.floor(moment / QUARTER);
  const hours = kept.get(timezone) ?? new Map<number, LocalHour>();
  const known = hours.get(quarter);
  if (known !== undefined) return known;
  const hour = hourOf(quarter * QUARTER, timezone);
  if (hours.size >= MOST_KEPT) hours.clear();
  kept.set(timezone, hours.set(quarter, hour));
  return hour;
}

/** The hours of a local day, 23 to 25 of them. */
export function hoursOf(date: string, timezone: string): readonly LocalHour[] {
  const hours: LocalHour[] = [];
  const noonThere = Date.parse(`${date}T12:00:00Z`);
  const last = noonThere + 30 * HOUR;
  for (let moment = noonThere - 30 * HOUR; moment < last; moment += HOUR) {
    const hour = localHour(moment, timezone);
    if (hour.date === date && hours.at(-1)?.from !== hour.from) hours.push(hour);
  }
  return hours;
}

function hourOf(moment: number, timezone: string): LocalHour {
  const local = moment + offsetAt(timezone, moment);
  const wholeHours = Math.floor(local / HOUR);
  return {
    date: new Date(local).toISOString().slice(0, 10),
    hour: ((wholeHours % 24) + 24) % 24,
    from: moment - (local - wholeHours * HOUR),
  };
}
