/** The product's sign: a voice that is heard, and a smile. Takes the colour of the text around it. */
export function Mark({ className }: { readonly className?: string | undefined }) {
  return (
    <svg viewBox="0 0 48 48" className={className} aria-hidden="true" focusable="false">
      <circle cx="24" cy="24" r="24" fill="currentColor" />
      <g fill="none" stroke="var(--ground)" strokeWidth="4" strokeLinecap="round">
        <path d="M16 22a8 8 0 0 0 16 0" />
        <path d="M9 25a15 15 0 0 0 30 0" />
      </g>
      <circle cx="24" cy="14.5" r="4" fill="var(--ground)" />
    </svg>
  );
}
