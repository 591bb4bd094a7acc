/** Formats that spreadsheets have by themselves and that show dates or times. */
const DATES: readonly (readonly [first: number, last: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
  [71, 81],
];

export const isBuiltInDate = (format: number): boolean =>
  DATES.some(([first, last]) => format >= first && format <= last);

/** Whether a number format shows dates or times: it has a letter for one outside of quotes, colours and escapes. */
export function isDateFormat(format: string): boolean {
  const [positive = ''] = format.split(';');
  if (/^\s*general\s*$/i.test(positive)) return false;
  const bare = positive
    .replace(/"[^"]*"|\\.|[_*]./gs, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .replace(/general|E[+-]/gi, '');
  return /[dmyhse]|AM\/PM/i.test(bare);
}

const pad = (part: number): string => String(part).padStart(2, '0');

const DAY = 86_400_000;

/** The day before which 1900 is counted as if it had a 29th of February. */
const MARCH_1900 = 61;

/** A date as spreadsheets count it, as text: the day, the time of day, or both. */
export function dateText(serial: number, date1904: boolean): string {
  const days = date1904 ? serial + 1462 : serial;
  const at = Math.round(days * DAY);
  const time = timeText(((at % DAY) + DAY) % DAY);
  if (serial >= 0 && serial < 1) return time;
  const shift = days < MARCH_1900 ? 1 : 0;
  const day = new Date(Date.UTC(1899, 11, 30 + shift + Math.floor(at / DAY)));
  if (Number.isNaN(day.getTime()) || day.getUTCFullYear() > 9999 || day.getUTCFullYear() < 0)
    return String(serial);
  const date = `${String(day.getUTCFullYear()).padStart(4, '0')}-${pad(day.getUTCMonth() + 1)}-${pad(day.getUTCDate())}`;
  return time === '00:00:00' ? date : `${date} ${time}`;
}

function timeText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const text = [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => pad(Math.floor(part)))
    .join(':');
  const rest = milliseconds % 1000;
  return rest === 0 ? text : `${text}.${String(rest).padStart(3, '0')}000`;
}

/** Numbers as they are typed: no `.0`, and no digits that only computers see. */
export function numberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e21) return BigInt(value).toString();
  return String(Number(value.toPrecision(15)));
}
