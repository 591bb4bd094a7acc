/** An hour of a place's own day. `from` is the moment it began; on the day that clocks go back, two hours have one name. */
export interface LocalHour {
  /** YYYY-MM-DD */
  readonly date: string;
  readonly hour: number;
  readonly from: number;
}

const HOUR = 3_600_000;
/** Zones change their offset only at whole quarters of an hour. */
const QUARTER = 900_000;
const MOST_KEPT = 10_000;

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/** `moment` between the years 1970 and 9999. Throws a RangeError on a zone that this machine does not know. */
export function localHour(moment: number, timezone: string): LocalHour {
  const local = moment + zoneOffset(moment, timezone);
  const wholeHours = Math.floor(local / HOUR);
  return {
    date: new Date(local).toISOString().slice(0, 10),
    hour: ((wholeHours % 24) + 24) % 24,
    from: moment - (local - wholeHours * HOUR),
  };
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

/** Milliseconds to add to UTC for the wall clock of the zone. */
function zoneOffset(moment: number, timezone: string): number {
  const quarter = Math.floor(moment / QUARTER);
  const key = `${timezone} ${String(quarter)}`;
  const kept = offsets.get(key);
  if (kept !== undefined) return kept;
  if (offsets.size >= MOST_KEPT) offsets.clear();
  const offset = wallClock(quarter * QUARTER, timezone) - quarter * QUARTER;
  offsets.set(key, offset);
  return offset;
}

function wallClock(moment: number, timezone: string): number {
  const parts = new Map(
    formatFor(timezone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

function formatFor(timezone: string): Intl.DateTimeFormat {
  const kept = formats.get(timezone);
  if (kept !== undefined) return kept;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timezone, made);
  return made;
}
