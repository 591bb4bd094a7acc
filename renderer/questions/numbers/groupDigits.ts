/** Groups of three, set apart by a narrow space that no language takes for a point. */
export function groupDigits(text: string): string {
  const [whole = '', ...rest] = text.split('.');
  return [whole.replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f'), ...rest].join('.');
}
