/** How numbers, moments and shares are written in one interface language, on one touchpoint's clock. */
export interface Formats {
  readonly language: string;
  readonly count: (value: number) => string;
  /** `percent` is 0..100. Shares that are not 0 but would be rounded to it are written "<1 %". */
  readonly share: (percent: number) => string;
  /** One decimal: 75.4 %. `percent` is 0..100. */
  readonly precise: (percent: number) => string;
  /** Both ends of an interval in percent: 73.5-77.2 %. */
  readonly interval: (low: number, high: number) => string;
  readonly clock: (moment: number) => string;
  readonly day: (moment: number) => string;
  readonly dayAndClock: (moment: number) => string;
  /** How long before `now`; under a minute, and in a future that a wrong clock claims, it is `justNow`. */
  readonly ago: (moment: number, now: number) => string;
  /** A stretch of time in its largest whole unit: 3 h. */
  readonly duration: (milliseconds: number) => string;
  readonly languageName: (code: string) => string;
  readonly zone: (moment: number) => string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The interface writes English the European way: 24 hours, day before month. */
const LOCALES: Readonly<Record<string, string>> = { en: 'en-GB', ru: 'ru-RU', lv: 'lv-LV', de: 'de-DE' };

export const localeOf = (language: string): string => LOCALES[language] ?? language;

/** `justNow` is what less than a minute ago is called. */
export function makeFormats(language: string, timeZone: string, justNow: string): Formats {
  const locale = localeOf(language);
  const zoned = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone });
  const counts = new Intl.NumberFormat(locale);
  const whole = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const precise = new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const bounds = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const clock = zoned({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const day = zoned({ weekday: 'long', day: 'numeric', month: 'long' });
  const dayAndClock = zoned({
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const relative = new Intl.RelativeTimeFormat(locale, { style: 'short' });
  const languages = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  return {
    language,
    count: (value) => counts.format(value),
    share: (percent) =>
      percent > 0 && percent < 0.5 ? `<${whole.format(0.01)}` : whole.format(percent / 100),
    precise: (percent) => precise.format(percent / 100),
    interval: (low, high) => `${bounds.format(low)}–${precise.format(high / 100)}`,
    clock: (moment) => clock.format(moment),
    day: (moment) => day.format(moment),
    dayAndClock: (moment) => dayAndClock.format(moment),
    ago: (moment, now) => (now - moment < MINUTE ? justNow : ago(relative, now - moment)),
    duration: (milliseconds) => duration(locale, milliseconds),
    languageName: (code) => (code === '' ? '' : languageName(languages, code)),
    zone: (moment) => zoneName(timeZone, moment),
  };
}

function ago(relative: Intl.RelativeTimeFormat, passed: number): string {
  if (passed < HOUR) return relative.format(-Math.floor(passed / MINUTE), 'minute');
  if (passed < DAY) return relative.format(-Math.floor(passed / HOUR), 'hour');
  return relative.format(-Math.floor(passed / DAY), 'day');
}

function duration(locale: string, milliseconds: number): string {
  const [size, unit] =
    milliseconds < HOUR ? [MINUTE, 'minute'] : milliseconds < 2 * DAY ? [HOUR, 'hour'] : [DAY, 'day'];
  const amount = Math.max(1, Math.floor(milliseconds / size));
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(amount);
}

/** A device may send any text as its language; what Intl refuses is shown as it came. */
function languageName(languages: Intl.DisplayNames, code: string): string {
  try {
    return languages.of(code) ?? code;
  } catch {
    return code;
  }
}

function zoneName(timeZone: string, moment: number): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(
    moment,
  );
  const offset = parts.find((part) => part.type === 'timeZoneName')?.value;
  return offset === undefined ? timeZone : `${timeZone}, ${offset}`;
}
