const PATHS = {
  back: 'M15 5 8 12l7 7',
  on: 'M9 5l7 7-7 7',
  up: 'M5 15l7-7 7 7',
  down: 'M5 9l7 7 7-7',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  cross: 'M6 6l12 12M18 6 6 18',
  erase: 'M9 6h11a1 1 0 0 1 1 1v10a1 1 0 0 1-1 1H9l-6-6zM12 10l4 4M16 10l-4 4',
  search: 'M11 5a6 6 0 1 1 0 12 6 6 0 0 1 0-12M15.5 15.5 20 20',
  place:
    'M12 21s-6.5-6.2-6.5-11a6.5 6.5 0 0 1 13 0c0 4.8-6.5 11-6.5 11zM12 7.75a2.25 2.25 0 1 1 0 4.5 2.25 2.25 0 0 1 0-4.5',
  grip: 'M5 9h14M5 15h14',
} as const;

interface GlyphProps {
  readonly of: keyof typeof PATHS;
  readonly className?: string | undefined;
}

/** A sign in the colour of the text around it; a picture only. `back` and `on` follow the direction of writing. */
export function Glyph({ of, className }: GlyphProps) {
  return (
    <svg
      className={className}
      data-turns={of === 'back' || of === 'on' ? '' : undefined}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[of]} />
    </svg>
  );
}
