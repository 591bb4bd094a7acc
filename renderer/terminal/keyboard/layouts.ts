export type Row = readonly string[];
type Rows = readonly [Row, Row, Row, Row];

/** The letters of a language as its people find them, below a row of what else they write most. Small ones: shift makes the others. */
export interface Layout {
  readonly language: string;
  readonly letters: Rows;
  readonly signs: Rows;
  /** Beside the space: what the language has for a comma. */
  readonly comma: string;
  /** Letters come in two sizes. */
  readonly cased: boolean;
  /** On the key that leads back to the letters. */
  readonly sample: string;
}

const row = (keys: string): Row => keys.split(' ');
const DIGITS = row('1 2 3 4 5 6 7 8 9 0');
const SIGNS: Rows = [DIGITS, row('@ # € $ % & * / + ='), row('( ) - – : ; " \' « »'), row('! ? … _ ° № ~ |')];
const ARABIC_SIGNS: Rows = [
  DIGITS,
  row('٠ ١ ٢ ٣ ٤ ٥ ٦ ٧ ٨ ٩'),
  row('@ # € $ % & * / + ='),
  row('( ) - : ؛ « » ! ؟ …'),
];

const latin = (language: string, ...letters: Rows): Layout => ({
  language,
  letters,
  signs: SIGNS,
  comma: ',',
  cased: true,
  sample: language === 'ru' ? 'АБВ' : 'ABC',
});

const LAYOUTS = [
  latin('en', DIGITS, row('q w e r t y u i o p'), row('a s d f g h j k l'), row('z x c v b n m')),
  latin('de', DIGITS, row('q w e r t z u i o p ü'), row('a s d f g h j k l ö ä'), row('y x c v b n m ß')),
  latin(
    'lv',
    row('ā č ē ģ ī ķ ļ ņ š ū ž'),
    row('q w e r t y u i o p'),
    row('a s d f g h j k l'),
    row('z x c v b n m'),
  ),
  latin(
    'ru',
    DIGITS,
    row('й ц у к е н г ш щ з х ъ'),
    row('ф ы в а п р о л д ж э'),
    row('я ч с м и т ь б ю ё'),
  ),
  {
    language: 'ar',
    letters: [
      row('أ إ آ لا \u0651 \u064E \u064F \u0650 \u0652 \u064B \u064C \u064D'),
      row('ض ص ث ق ف غ ع ه خ ح ج د'),
      row('ش س ي ب ل ا ت ن م ك ط ذ'),
      row('ئ ء ؤ ر ى ة و ز ظ'),
    ],
    signs: ARABIC_SIGNS,
    comma: '،',
    cased: false,
    sample: 'أبج',
  },
] as const satisfies readonly Layout[];

const [ENGLISH, GERMAN] = LAYOUTS;
const baseOf = (language: string): string => language.toLowerCase().split('-')[0] ?? '';

const layoutOf = (language: string): Layout =>
  LAYOUTS.find((layout) => layout.language === baseOf(language)) ?? ENGLISH;

/**
 * The layouts of a survey, that of `language` first and then in the survey's order. One with Latin letters is always among them: names
 * and addresses are written in them everywhere.
 */
export function layoutsFor(language: string, all: readonly string[]): readonly Layout[] {
  const found = [...new Set([language, ...all].map(layoutOf))];
  return found.some(({ letters }) => letters[1].includes('q')) ? found : [...found, ENGLISH];
}

/** Plain Latin letters, for addresses: where the language has its own order of them, in that. */
export const plainLayout = (language: string): Layout =>
  layoutOf(language) === GERMAN ? { ...GERMAN, letters: PLAIN_GERMAN } : ENGLISH;

const PLAIN_GERMAN: Rows = [
  DIGITS,
  row('q w e r t z u i o p'),
  row('a s d f g h j k l'),
  row('y x c v b n m'),
];

/** The other size of a letter; itself where that would be two letters ("ß"). */
export function capitalOf(letter: string, language: string): string {
  const capital = letter.toLocaleUpperCase(language);
  return capital.length === letter.length ? capital : letter;
}
