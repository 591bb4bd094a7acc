import type { Layout, Row } from './layouts.ts';

/** What is written: words, an address, a telephone number, any other number. */
export type Kind = 'text' | 'email' | 'phone' | 'number';

export type Does = 'shift' | 'erase' | 'page' | 'language' | 'newLine' | 'next' | 'hide';

export type KeySpec = { readonly types: string } | { readonly does: Does };

export interface KeyRows {
  /** So many keys stand beside each other in the longest row. */
  readonly columns: number;
  readonly rows: readonly (readonly KeySpec[])[];
}

/** What comes after what is written here; undefined: nothing. */
export type After = 'newLine' | 'next' | undefined;

interface Shown {
  readonly kind: Kind;
  readonly layout: Layout;
  readonly page: 'letters' | 'signs';
  /** There is another language to change to. */
  readonly several: boolean;
  readonly after: After;
}

const typing = (row: Row): readonly KeySpec[] => row.map((types) => ({ types }));
const doing = (does: Does): KeySpec => ({ does });
const when = (wanted: boolean, key: KeySpec): readonly KeySpec[] => (wanted ? [key] : []);

/** The keys in their rows: always five, so that nothing moves when the page or the language changes. */
export function keyRows(shown: Shown): KeyRows {
  const { kind } = shown;
  const rows = kind === 'phone' || kind === 'number' ? padRows(shown) : letterRows(shown);
  return { columns: Math.max(...rows.slice(0, 4).map(({ length }) => length)), rows };
}

function letterRows({ kind, layout, page, several, after }: Shown): readonly (readonly KeySpec[])[] {
  const email = kind === 'email';
  const [first, second, third, fourth] = page === 'letters' ? layout.letters : layout.signs;
  const shifts = page === 'letters' && layout.cased && !email;
  const beside = email && page === 'letters';
  return [
    typing(first),
    typing(second),
    typing(third),
    [
      ...when(shifts, doing('shift')),
      ...when(beside, { types: '-' }),
      ...typing(fourth),
      ...when(beside, { types: '_' }),
      doing('erase'),
    ],
    [
      doing('page'),
      ...when(several && !email, doing('language')),
      ...typing(email ? ['@', '.', '.com'] : [layout.comma, ' ', '.']),
      ...ending(after),
    ],
  ];
}

/** In the order of a telephone; what may stand beside the digits on the right. */
const padRows = ({ kind, after }: Shown): readonly (readonly KeySpec[])[] => [
  [...typing(['1', '2', '3']), doing('erase')],
  typing(['4', '5', '6', '-']),
  typing(['7', '8', '9', kind === 'phone' ? ' ' : '.']),
  typing(kind === 'phone' ? ['(', '0', ')', '+'] : ['0']),
  ending(after),
];

const ending = (after: After): readonly KeySpec[] => [
  ...(after === undefined ? [] : [doing(after)]),
  doing('hide'),
];
