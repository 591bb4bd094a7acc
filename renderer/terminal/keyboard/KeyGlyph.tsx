const PATHS = {
  shift: 'M12 4 4 12.5h4V19h8v-6.5h4z',
  locked: 'M12 3 4 11h4v5h8v-5h4zM8 20h8',
  erase: 'M9 6h11a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H9l-6-6zM12 10l4 4M16 10l-4 4',
  newLine: 'M20 6v5a2 2 0 0 1-2 2H5M9 9l-4 4 4 4',
  hide: 'M4 4h16a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1M7 8h.01M11 8h.01M15 8h.01M8 11.5h8M9 18.5l3 2.5 3-2.5',
  globe:
    'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M3.5 12h17M12 3c2.5 2.4 3.75 5.4 3.75 9s-1.25 6.6-3.75 9c-2.5-2.4-3.75-5.4-3.75-9S9.5 5.4 12 3',
} as const;

export type KeyGlyphName = keyof typeof PATHS;

/** The sign of a key that types nothing; a picture only. */
export function KeyGlyph({ of }: { readonly of: KeyGlyphName }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
      data-full={of === 'locked' ? '' : undefined}
    >
      <path d={PATHS[of]} />
    </svg>
  );
}
