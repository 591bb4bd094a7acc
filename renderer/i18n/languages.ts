/** The languages of the interface. A questionnaire may speak others: its texts do, the buttons around them fall back. */
export const INTERFACE_LANGUAGES = ['en', 'ru', 'lv', 'de'] as const;
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];

const isInterfaceLanguage = (code: string): code is InterfaceLanguage =>
  (INTERFACE_LANGUAGES as readonly string[]).includes(code);

/** `wanted` in order of preference, as BCP 47 codes: 'de-AT' is served by 'de'. English when none is. */
export function interfaceLanguage(...wanted: readonly string[]): InterfaceLanguage {
  for (const code of wanted) {
    const base = code.toLowerCase().split('-')[0] ?? '';
    if (isInterfaceLanguage(base)) return base;
  }
  return 'en';
}

const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** Which way a language is written; `declared` is what a questionnaire says of it, and wins. */
export function textDirection(code: string, declared?: 'ltr' | 'rtl'): 'ltr' | 'rtl' {
  return declared ?? (RIGHT_TO_LEFT.has(code.toLowerCase().split('-')[0] ?? '') ? 'rtl' : 'ltr');
}
