/** What a terminal needs of Chromium's permissions; the rest is refused without asking anybody. */
const GRANTED: ReadonlySet<string> = new Set([
  'persistent-storage',
  'screen-wake-lock',
  'fullscreen',
  'automatic-fullscreen',
]);

/** Only the terminal's own page, and only what it needs. */
export const mayHave = (permission: string, origin: string): boolean =>
  GRANTED.has(permission) && (origin === 'app://kiosk' || origin.startsWith('app://kiosk/'));
