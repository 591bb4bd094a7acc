const QUARTER = 900_000;
const KEEP = 4_096;

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** Offsets by quarter hour: zones change only on such boundaries, and asking Intl costs microseconds. */
  readonly offsets: Map<number, number>;
}

const zones = new Map<string, Zone>();

/** Whether the name is an IANA time zone that this engine knows. */
export function isTimeZone(name: string): boolean {
  try {
    zoneOf(name);
    return true;
  } catch {
    return false;
  }
}

/** Milliseconds to add to UTC to get the wall clock of the zone at that moment. Throws RangeError for an unknown zone. */
export function offsetAt(timeZone: string, utc: number): number {
  if (timeZone === 'UTC' || !Number.isFinite(utc)) return 0;
  const zone = zoneOf(timeZone);
  const quarter = Math.floor(utc / QUARTER);
  const known = zone.offsets.get(quarter);
  if (known !== undefined) return known;
  if (zone.offsets.size >= KEEP) zone.offsets.clear();
  const offset = askOffset(zone.format, utc);
  zone.offsets.set(quarter, offset);
  return offset;
}

/** The moment at which the zone's wall clock shows `wall` (given as if it were UTC); in a gap, the later reading. */
export function wallToInstant(timeZone: string, wall: number): number {
  const guess = wall - offsetAt(timeZone, wall);
  return wall - offsetAt(timeZone, guess);
}

function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: name,
    calendar: 'gregory',
    hourCycle: 'h23',
    era: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const zone = { format, offsets: new Map<number, number>() };
  zones.set(name, zone);
  return zone;
}

function askOffset(format: Intl.DateTimeFormat, utc: number): number {
  const parts = new Map(format.formatToParts(utc).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type) ?? 0);
  const year = parts.get('era') === 'BC' ? 1 - part('year') : part('year');
  const wall = new Date(0);
  wall.setUTCFullYear(year, part('month') - 1, part('day'));
  wall.setUTCHours(part('hour'), part('minute'), part('second'));
  return wall.getTime() - Math.floor(utc / 1000) * 1000;
}
